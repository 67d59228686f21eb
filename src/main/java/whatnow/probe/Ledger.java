package whatnow.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.incident.Fact;
import whatnow.incident.Incidents;
import whatnow.incident.Subject;
import whatnow.signal.Delivery;
import whatnow.signal.Signals;

/**
 * Writes down what was seen together with all that is said of it, in one transaction: what is remembered as told has been
 * told. After a failure the whole difference is written by the next try.
 */
@Component
class Ledger {

    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

    private final ProbeRows rows;
    private final Turn turn;
    private final Signals signals;
    private final Incidents incidents;
    private final TransactionOperations transactions;

    Ledger(ProbeRows rows, Turn turn, Signals signals, Incidents incidents, TransactionOperations transactions) {
        this.rows = rows;
        this.turn = turn;
        this.signals = signals;
        this.incidents = incidents;
        this.transactions = transactions;
    }

    /** What has been written and told in a turn. */
    static final class Written {

        private final Map<String, Watched> watched = new HashMap<>();
        private final Map<String, Instant> told = new HashMap<>();
        private final Map<Subject, Fact> facts = new HashMap<>();
        private Optional<Instant> cutOff;
        private Instant spoke = Instant.EPOCH;

        Written(Optional<Instant> cutOff) {
            this.cutOff = cutOff;
        }

        /** What another turn wrote and told. */
        void remember(Collection<ProbeRows.Row> rows, Map<String, Probe> probes) {
            rows.stream()
                    .filter(it -> probes.containsKey(it.id()))
                    .forEach(it -> watched.put(
                            it.id(),
                            new Watched(Objects.requireNonNull(probes.get(it.id())), it.course(), it.shown())));
        }

        Optional<Watched> before(Watched it) {
            return Optional.ofNullable(watched.get(it.probe().id()));
        }

        private boolean isOld(Watched it, Instant now) {
            return it.shown().isPresent()
                    && Optional.ofNullable(told.get(it.probe().id()))
                            .filter(at ->
                                    at.plus(it.probe().believed().dividedBy(2)).isAfter(now))
                            .isEmpty();
        }
    }

    /** What is to be looked at has changed: rows of what is not looked at any more end, and nobody knows about it. */
    void forget(Collection<ProbeRows.Row> gone, Written written, Instant now) {
        if (gone.isEmpty()) {
            return;
        }
        var telling = new Telling(now);
        transactions.executeWithoutResult(_ -> {
            rows.remove(gone.stream().map(ProbeRows.Row::id).toList());
            take(gone.stream().flatMap(it -> telling.gone(it).stream()).toList(), now);
        });
        gone.forEach(it -> {
            written.watched.remove(it.id());
            written.told.remove(it.id());
            if (it.course().isObserved()) {
                // Told by the next writing, unless another endpoint speaks for the service.
                var probed = it.probed();
                var subject = HealthFacts.subject(probed.plan(), probed.service(), probed.region());
                written.facts.putIfAbsent(subject, HealthFacts.stale(subject, now));
            }
        });
    }

    /** All that is new since the last time. */
    void write(String holder, Fleet fleet, Written written, Instant now) {
        var telling = new Telling(now);
        var changed = fleet.watched().stream()
                .filter(it -> !written.before(it).equals(Optional.of(it)))
                .toList();
        var spoken = fleet.watched().stream()
                .filter(it -> written.isOld(it, now) || changed.contains(it))
                .toList();
        var said = new ArrayList<Delivery.Said>();
        var told = new ArrayList<String>();
        spoken.forEach(it -> {
            var words = telling.of(written.before(it), it, written.isOld(it, now));
            if (!words.isEmpty()) {
                said.addAll(words);
                told.add(it.probe().id());
            }
        });
        var cutOff = fleet.cutOff().map(CutOff::since);
        said.addAll(sight(fleet, written, cutOff, telling));
        var facts = new HealthFacts(written.facts, now).due(fleet.watched());
        var speaks = speaks(fleet, written, changed, now);
        if (changed.isEmpty() && said.isEmpty() && facts.isEmpty() && cutOff.equals(written.cutOff)) {
            return;
        }
        transactions.executeWithoutResult(_ -> {
            rows.save(changed);
            if (!cutOff.equals(written.cutOff)) {
                turn.isCutOff(holder, cutOff);
            }
            take(said, now);
            facts.forEach(incidents::learn);
            speaks.ifPresent(it -> signals.spoke(Telling.SOURCE, now, Optional.of(it)));
        });
        changed.forEach(it -> written.watched.put(it.probe().id(), it));
        told.forEach(it -> written.told.put(it, now));
        facts.forEach(it -> written.facts.put(it.subject(), it));
        speaks.ifPresent(_ -> written.spoke = now);
        written.cutOff = cutOff;
    }

    private static List<Delivery.Said> sight(Fleet fleet, Written written, Optional<Instant> cutOff, Telling telling) {
        if (cutOff.equals(written.cutOff)) {
            return List.of();
        }
        var said = new ArrayList<Delivery.Said>();
        written.cutOff.ifPresent(it -> said.addAll(ofEachPlan(fleet, it, telling::seesAgain)));
        cutOff.ifPresent(it -> said.addAll(ofEachPlan(fleet, it, telling::blind)));
        return said;
    }

    /** In the name of the most important service of each plan that is looked at. */
    private static List<Delivery.Said> ofEachPlan(
            Fleet fleet, Instant since, BiFunction<Probe, Instant, List<Delivery.Said>> words) {
        return fleet.watched().stream()
                .filter(it -> it.course().isObserved())
                .map(Watched::probe)
                .collect(Collectors.groupingBy(it -> it.plan().name()))
                .values()
                .stream()
                .map(it -> it.stream()
                        .min(Comparator.comparing(Probe::importance).thenComparing(Probe::id))
                        .orElseThrow())
                .sorted(Comparator.comparing(Probe::id))
                .flatMap(it -> words.apply(it, since).stream())
                .toList();
    }

    /** Whoever reaches nothing is silent. */
    private static Optional<Duration> speaks(Fleet fleet, Written written, List<Watched> changed, Instant now) {
        var isDue = !written.spoke.plus(BETWEEN_SIGNS_OF_LIFE).isAfter(now);
        return fleet.cutOff().isPresent() || changed.isEmpty() || !isDue
                ? Optional.empty()
                : fleet.watched().stream()
                        .map(it -> it.probe().interval())
                        .min(Comparator.naturalOrder())
                        .map(it -> it.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : it);
    }

    private void take(List<Delivery.Said> said, Instant now) {
        if (!said.isEmpty()) {
            signals.take(new Delivery(Telling.SOURCE, true, now, said, List.of()));
        }
    }
}
