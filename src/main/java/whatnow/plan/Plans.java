package whatnow.plan;

import java.util.List;
import java.util.Optional;

/** The recovery plans in force, as of this moment; a changed file is seen within a second or two. */
public interface Plans {

    /** Plans that are probed and decided for, by name; {@code general} is always one of them. */
    List<RecoveryPlan> active();

    /** Whether active or not. */
    Optional<RecoveryPlan> find(PlanId id);

    List<RecoveryPlan> all();

    /** What is wrong with files whose last good text stays in force, or that were never taken. */
    List<PlanProblem> problems();

    /**
     * The text whose SHA-256 the plan in force carries; with {@link PlanReader#again} it becomes the
     * same plan later.
     */
    Optional<String> text(PlanId id);

    /** Who last switched the plan on or off; empty if nobody did and settings alone count. */
    Optional<PlanActivation> lastActivation(PlanId id);

    /**
     * Switches a plan on or off in a person's name; their word outranks the settings.
     *
     * @throws IllegalArgumentException if there is no such plan, or for switching {@code general} off
     */
    void activate(PlanId id, boolean active, String byPerson);
}
