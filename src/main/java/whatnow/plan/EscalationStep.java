package whatnow.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who is called, and when.
 *
 * @param level {@code L1} to {@code L4}
 * @param trigger what makes it due
 * @param after time from the trigger; zero is at once
 * @param respondWithin how soon the called must answer; empty if the plan says nothing
 * @param severities severities it is for; empty means all
 * @param assumed not said by the source in this form
 */
public record EscalationStep(
        String level,
        String title,
        Trigger trigger,
        Duration after,
        Optional<Duration> respondWithin,
        List<Severity> severities,
        List<String> roles,
        String authority,
        boolean assumed,
        String article,
        List<String> rows) {

    public enum Trigger {
        /** Time runs from the incident's opening. */
        OPENED,
        /** Time runs from a person's declaration; nothing is due before one. */
        DECLARED,
        /** Time runs from the opening and stops with the first acknowledgement. */
        UNANSWERED,
        /** A critical service is down and nothing brings it back, recovery will miss the RTO, or data may be lost. */
        BUSINESS_CRITICAL,
        /** Recovery will miss the RTO, and nothing else. */
        RTO_MISSED
    }

    public boolean isFor(Severity severity) {
        return severities.isEmpty() || severities.contains(severity);
    }
}
