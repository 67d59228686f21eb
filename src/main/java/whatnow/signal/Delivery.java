package whatnow.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.incident.IncidentId;

/**
 * What one sender brought in one request.
 *
 * @param firsthand the sender speaks of what it measures itself, so that its speaking proves that it lives; Alertmanager
 *     only passes on, and goes on sending <em>resolved</em> after its Prometheus has died
 */
public record Delivery(
        String source, boolean firsthand, Instant receivedAt, List<Said> said, List<Unreadable> unreadable) {

    public Delivery {
        said = List.copyOf(said);
        unreadable = List.copyOf(unreadable);
    }

    Delivery saying(List<Said> other) {
        return new Delivery(source, firsthand, receivedAt, other, unreadable);
    }

    /** Silence means nothing where every word says itself how long it may be believed. */
    boolean bringsItsOwnTimeToLive() {
        return !said.isEmpty()
                && said.stream().allMatch(it -> it.believedUntil().isPresent());
    }

    /**
     * A signal with the text that it was read from.
     *
     * @param hasStart false if the sender named no start; it is then that of the alert which is already firing, if any
     * @param readings what it means, where the sender says so itself; empty asks the {@link SymptomReader}
     * @param lost the sender says that it does not know, which is neither firing nor resolved
     * @param believedUntil when it stops being believed without a repeat; empty goes by its sender's silence
     */
    public record Said(
            Signal signal,
            String raw,
            boolean hasStart,
            List<Placed> readings,
            boolean lost,
            Optional<Instant> believedUntil) {

        public static Said of(Signal signal, String raw, boolean hasStart) {
            return new Said(signal, raw, hasStart, List.of(), false, Optional.empty());
        }

        Said startingAt(Instant start) {
            return new Said(signal.startingAt(start), raw, hasStart, readings, lost, believedUntil);
        }

        /** Characters that no database takes were replaced while reading. */
        boolean isRepaired() {
            return raw.indexOf('\uFFFD') >= 0;
        }
    }

    /** A reading that names the incident it belongs to, for whoever knows. */
    public record Placed(Reading reading, Optional<IncidentId> incident) {}

    /** Something that could not be understood, kept as it came. */
    public record Unreadable(int position, String why, String raw) {}
}
