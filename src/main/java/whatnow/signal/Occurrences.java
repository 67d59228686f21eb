package whatnow.signal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import whatnow.incident.State;

/** What was heard of each alert and each of its starts, as it changes while deliveries are folded in one after the other. */
final class Occurrences {

    private final Map<String, NavigableMap<Instant, List<Heard>>> heard = new HashMap<>();
    private final Set<Heard.Alert> ended;
    private final Set<Heard.Alert> told = new LinkedHashSet<>();

    /** @param ended alerts whose end has been heard, maybe before their beginning */
    Occurrences(Collection<Heard> heard, Set<Heard.Alert> ended) {
        this.ended = new HashSet<>(ended);
        heard.stream().collect(Collectors.groupingBy(Heard::alert)).forEach(this::put);
    }

    List<Heard> of(Heard.Alert alert) {
        return starts(alert.fingerprint()).getOrDefault(alert.startsAt(), List.of());
    }

    /** The latest start that has not ended in at least one symptom of this kind. */
    Optional<Instant> runningSince(String fingerprint, Predicate<Heard> kind) {
        return starts(fingerprint).descendingMap().entrySet().stream()
                .filter(it ->
                        it.getValue().stream().filter(Occurrences::isRunning).anyMatch(kind))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Earlier starts of the same alert that have not ended. */
    List<Heard.Alert> runningBefore(Heard.Alert alert) {
        return starts(alert.fingerprint()).headMap(alert.startsAt(), false).entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(Occurrences::isRunning))
                .map(it -> new Heard.Alert(alert.fingerprint(), it.getKey()))
                .toList();
    }

    private static boolean isRunning(Heard heard) {
        return heard.state() != State.FALSE;
    }

    boolean hasEnded(Heard.Alert alert) {
        return ended.contains(alert);
    }

    void end(Heard.Alert alert) {
        ended.add(alert);
    }

    void tell(Heard.Alert alert, List<Heard> now) {
        told.add(alert);
        put(alert, now);
    }

    /** Everything that was told of since this was made. */
    List<Heard> told() {
        return told.stream().flatMap(it -> of(it).stream()).toList();
    }

    private void put(Heard.Alert alert, List<Heard> now) {
        heard.computeIfAbsent(alert.fingerprint(), _ -> new TreeMap<>()).put(alert.startsAt(), now);
    }

    private NavigableMap<Instant, List<Heard>> starts(String fingerprint) {
        return heard.getOrDefault(fingerprint, new TreeMap<>());
    }
}
