package whatnow.probe;

import java.time.Duration;
import java.util.Optional;
import whatnow.plan.EndpointAddress;
import whatnow.plan.Importance;
import whatnow.plan.PlanId;

/**
 * One endpoint of an active plan, with how it is looked at.
 *
 * @param address as the plan writes it
 * @param retries how often a try that failed is made again before it counts
 * @param slowAfter a right answer that takes longer is slow; empty if the plan says nothing of that
 */
record Probe(
        PlanId plan,
        String service,
        Importance importance,
        Optional<String> region,
        String kind,
        String address,
        EndpointAddress at,
        String method,
        int status,
        Optional<String> text,
        Duration interval,
        Duration timeout,
        int retries,
        Optional<Duration> slowAfter) {

    private static final int RETRIES_AN_INTERVAL = 6;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int BELIEVED_INTERVALS = 6;

    String id() {
        return String.join("|", plan.name(), service, kind, address);
    }

    String host() {
        return at.host();
    }

    /** How long until it is tried again, while it is not settled whether it is up. */
    Duration again() {
        var sixth = interval.dividedBy(RETRIES_AN_INTERVAL);
        return sixth.compareTo(SHORTEST) < 0 ? SHORTEST : sixth;
    }

    /** How long what was seen is believed; it is told again in half of that. */
    Duration believed() {
        return interval.multipliedBy(BELIEVED_INTERVALS);
    }

    /** Tries that have to fail one after the other. */
    int triesToFail() {
        return retries + 1;
    }
}
