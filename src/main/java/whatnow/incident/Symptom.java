package whatnow.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signals folded per service, region, zone and kind: a storm of alerts becomes a handful of these.
 *
 * @param state TRUE while it is firing, FALSE when a fresh sender resolved it, UNKNOWN when the sender fell silent
 * @param since when it began, by the earliest signal
 * @param lastSeen when a sender last spoke of it
 * @param value the measured value, in the unit of the alert; empty if it had none
 * @param count how many signals are folded into it and still firing
 * @param flapping at least four changes in the last ten
 * @param sources names of the senders, sorted
 * @param alerts names of the alerts, sorted, at most ten
 */
public record Symptom(
        String service,
        SymptomKind kind,
        Optional<String> region,
        Optional<String> zone,
        State state,
        Instant since,
        Instant lastSeen,
        Optional<Double> value,
        int count,
        boolean flapping,
        List<String> sources,
        List<String> alerts) {

    /** Not ended: firing, or last known firing by a sender that fell silent. */
    public boolean isOpen() {
        return state != State.FALSE;
    }

    public boolean isFiring() {
        return state == State.TRUE;
    }

    /** The key under which signals fold. */
    public String key() {
        return String.join("/", service, kind.name(), region.orElse("-"), zone.orElse("-"));
    }
}
