package whatnow.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All endpoints of one turn, with what is due and what is being looked at. Used by one thread at a time. */
final class Fleet {

    /** Whoever activates a plan wants to see something soon, and not all hosts at the same moment. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    /** One host that does not answer is no reason to look at all others twice within this. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(30);

    private static final int TRIES_FOR_A_ROUND = 2;

    private final Map<String, Watched> watched = new TreeMap<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private Instant lastRound = Instant.EPOCH;
    private Optional<CutOff> cutOff;

    /** @param cutOff as whoever had the turn before left it */
    Fleet(Optional<Instant> cutOff) {
        this.cutOff = cutOff.map(CutOff::new);
    }

    /** What one try brought. */
    record Result(String id, Answer answer, Instant began, Instant ended) {}

    /** From now on exactly these are looked at; what is remembered of them counts. */
    void isAbout(SortedMap<String, Probe> probes, Map<String, ProbeRows.Row> remembered, Instant now) {
        watched.keySet().retainAll(probes.keySet());
        due.keySet().retainAll(probes.keySet());
        probes.forEach((id, probe) -> {
            var known = Optional.ofNullable(watched.get(id))
                    .or(() -> Optional.ofNullable(remembered.get(id))
                            .map(it -> new Watched(probe, it.course(), it.shown())));
            watched.put(id, known.map(it -> it.as(probe)).orElseGet(() -> Watched.beginning(probe, now)));
            due.computeIfAbsent(id, _ -> now.plusMillis(spread(probe)));
        });
    }

    /** The same for every start, so that hosts stay apart. */
    private static long spread(Probe probe) {
        var most = probe.interval().compareTo(SPREAD) < 0 ? probe.interval() : SPREAD;
        return Math.floorMod((long) probe.id().hashCode(), most.toMillis());
    }

    Collection<Watched> watched() {
        return watched.values();
    }

    Optional<CutOff> cutOff() {
        return cutOff;
    }

    /** The most urgent that are due, no more than there is room for. They are being looked at from now on. */
    List<Probe> take(Instant now, int most) {
        var next = due.entrySet().stream()
                .filter(it -> !it.getValue().isAfter(now) && !running.contains(it.getKey()))
                .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.max(0, most - running.size()))
                .map(Map.Entry::getKey)
                .toList();
        running.addAll(next);
        return next.stream()
                .flatMap(it -> Optional.ofNullable(watched.get(it)).stream())
                .map(Watched::probe)
                .toList();
    }

    int running() {
        return running.size();
    }

    /** Takes in what was seen since, and judges whether it can be believed. */
    void learn(List<Result> results, Instant now) {
        results.forEach(this::learn);
        change(it -> it.isStale(now) ? it.on(it.course().blind(now)) : it);
        var judged = CutOff.in(
                CutOff.sights(watched.values().stream().collect(Collectors.toMap(Watched::probe, Watched::course))));
        cutOff = judged.isPresent() && cutOff.isPresent() ? cutOff : judged;
        if (cutOff.isPresent()) {
            change(it -> it.on(it.course().blind(now)));
        } else {
            lookAround(now);
        }
    }

    private void learn(Result result) {
        running.remove(result.id());
        var before = watched.get(result.id());
        if (before == null) {
            return;
        }
        var after = before.on(before.course().after(result.answer(), before.probe(), result.began(), result.ended()));
        watched.put(result.id(), after);
        var pause = after.course().isUnsettled()
                ? after.probe().again()
                : after.probe().interval();
        due.put(result.id(), result.ended().plus(pause));
    }

    /**
     * Before a host is called down, the others are looked at: whether they answer tells a failure of that host from one of
     * our own.
     */
    private void lookAround(Instant now) {
        var silent = watched.values().stream()
                .map(Watched::course)
                .filter(it -> it.condition().isPassing() && it.hasFailed(TRIES_FOR_A_ROUND))
                .flatMap(it -> it.silentSince().stream())
                .min(Comparator.naturalOrder());
        if (silent.isEmpty() || lastRound.plus(BETWEEN_ROUNDS).isAfter(now)) {
            return;
        }
        lastRound = now;
        var hosts = new HashSet<String>();
        watched.forEach((id, it) -> {
            var isOld = it.course().triedAt().filter(silent.get()::isAfter).isPresent();
            if (it.course().isObserved() && isOld && hosts.add(it.probe().host())) {
                due.put(id, now);
            }
        });
    }

    private void change(UnaryOperator<Watched> how) {
        new ArrayList<>(watched.entrySet()).forEach(it -> watched.put(it.getKey(), how.apply(it.getValue())));
    }
}
