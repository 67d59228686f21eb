package whatnow.incident;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whatnow.plan.PlanId;

/** What the active plans know of who runs where and needs whom. */
public interface Topology {

    Duration USUAL_LINK_WINDOW = Duration.ofMinutes(15);

    /** The plan that answers for a signal, by the plans' own selectors, then by who knows the service. */
    Home home(Map<String, String> labels, String source, String service);

    /** Whether one of the two cannot work without the other, directly or through others. The order does not matter. */
    boolean linked(PlanId plan, String one, String other);

    /** Whether the plan names the service. */
    boolean has(PlanId plan, String service);

    /** Regions in which the plan runs or keeps a standby. */
    Set<String> regions(PlanId plan);

    /** How long after a symptom was last heard of another one is still linked to it. */
    default Duration linkWindow(PlanId plan) {
        return USUAL_LINK_WINDOW;
    }

    /** Where a signal belongs. The service is named as the plan names it. */
    sealed interface Home {

        String service();

        /** The plan to file it under; a person is asked where it is not certain. */
        PlanId plan();

        record Known(PlanId plan, String service) implements Home {}

        /** No plan knows the service. */
        record Nowhere(String service) implements Home {

            @Override
            public PlanId plan() {
                return PlanId.GENERAL;
            }
        }

        /** Several plans claim it: none is guessed. */
        record Ambiguous(List<PlanId> candidates, String service) implements Home {

            public Ambiguous {
                candidates = List.copyOf(candidates);
            }

            @Override
            public PlanId plan() {
                return PlanId.GENERAL;
            }
        }
    }
}
