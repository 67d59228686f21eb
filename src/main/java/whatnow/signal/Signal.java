package whatnow.signal;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one machine told us about one thing, at one time.
 *
 * @param source who said it, as pages name it
 * @param fingerprint what it is about, the same through every door
 * @param endsAt when it ended; empty while it is firing
 */
public record Signal(
        String source,
        String fingerprint,
        Instant startsAt,
        Status status,
        Optional<Instant> endsAt,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        Instant receivedAt) {

    public enum Status {
        FIRING,
        RESOLVED
    }

    public Signal {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    public boolean isFiring() {
        return status == Status.FIRING;
    }

    public Optional<String> label(String name) {
        return Optional.ofNullable(labels.get(name)).filter(it -> !it.isBlank());
    }

    /** The alert's name; empty text where the sender has none. */
    public String alert() {
        return label("alertname").orElse("");
    }

    /** Always firing while its sender lives: it proves that silence would be noticed, and nothing else. */
    public boolean isWatchdog() {
        return alert().equals("Watchdog") || alert().equals("DeadMansSwitch");
    }

    Heard.Alert alertWithStart() {
        return new Heard.Alert(fingerprint, startsAt);
    }

    /** Two signals of one key are the same event told twice. */
    String eventKey() {
        var end = isFiring() ? "" : endsAt.map(Instant::toString).orElse("");
        return String.join("|", source, fingerprint, startsAt.toString(), status.name(), end);
    }

    Signal startingAt(Instant instant) {
        return new Signal(source, fingerprint, instant, status, endsAt, labels, annotations, receivedAt);
    }
}
