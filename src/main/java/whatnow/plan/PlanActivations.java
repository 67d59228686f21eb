package whatnow.plan;

import java.util.List;

/** Every switching of a plan, oldest first. Entries are added and never altered. */
public interface PlanActivations {

    void append(PlanActivation activation);

    List<PlanActivation> of(PlanId plan);

    /** The last one of each plan, by the plan's name. */
    List<PlanActivation> newest();
}
