package whatnow.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whatnow.plan.Plans;
import whatnow.time.Now;

/**
 * Looks at what is due, each endpoint on a thread of its own, and says what was seen. One node at a time does so: then one
 * observer is one network, and what it sees does not take turns with what another sees.
 */
final class Prober implements AutoCloseable {

    private static final Duration RENEW_AFTER = Duration.ofSeconds(10);

    /** How long a node that reaches nothing waits for another that may see better. */
    private static final Duration AFTER_YOU = Duration.ofSeconds(5);

    private final Plans plans;
    private final Looker looker;
    private final ExecutorService threads;
    private final ProbeRows rows;
    private final Turn turn;
    private final Ledger ledger;
    private final ProbeSettings settings;
    private final Now now;

    private final String holder = UUID.randomUUID().toString();
    private final Queue<Fleet.Result> results = new ConcurrentLinkedQueue<>();
    private @Nullable Held held;

    /** What this node knew when it let another have a try, in case that none takes it. */
    private @Nullable Held before;

    private Instant notBefore = Instant.EPOCH;

    Prober(
            Plans plans,
            Looker looker,
            ExecutorService threads,
            ProbeRows rows,
            Turn turn,
            Ledger ledger,
            ProbeSettings settings,
            Now now) {
        this.plans = plans;
        this.looker = looker;
        this.threads = threads;
        this.rows = rows;
        this.turn = turn;
        this.ledger = ledger;
        this.settings = settings;
        this.now = now;
    }

    /** What this node knows while it is its turn. */
    private static final class Held {

        Instant since;
        final Fleet fleet;
        final Ledger.Written written;
        Instant renewed;
        SortedMap<String, Probe> probes = new TreeMap<>();
        boolean isNew = true;

        Held(Instant at, Optional<Instant> cutOff) {
            since = at;
            renewed = at;
            fleet = new Fleet(cutOff);
            written = new Ledger.Written(cutOff);
        }
    }

    /** Does what is due, and waits for nobody. */
    synchronized void tick() {
        var at = now.instant();
        var mine = turn(at);
        if (mine == null) {
            if (before == null) {
                results.clear();
            }
            return;
        }
        plansMayHaveChanged(mine, at);
        mine.fleet.learn(taken(), at);
        ledger.write(holder, mine.fleet, mine.written, at);
        if (mine.fleet.cutOff().isPresent() && mine.since.plus(Turn.LASTS).isBefore(at)) {
            mine.since = at;
            before = mine;
            letGo(at);
            notBefore = at.plus(AFTER_YOU);
        } else {
            mine.fleet.take(at, settings.atOnce()).forEach(this::look);
        }
    }

    /** Whether anything is still being looked at. */
    synchronized boolean isBusy() {
        return held != null && held.fleet.running() > results.size();
    }

    private @Nullable Held turn(Instant at) {
        var mine = held;
        if (at.isBefore(notBefore)) {
            return null;
        }
        if (mine != null && mine.renewed.plus(RENEW_AFTER).isAfter(at)) {
            return mine;
        }
        var isMineStill = turn.wasLast(holder);
        if (!turn.take(holder, at)) {
            held = null;
            before = null;
            return null;
        }
        var next = isMineStill ? mine == null ? before : mine : null;
        held = next == null ? new Held(at, rows.cutOffSince()) : next;
        held.renewed = at;
        return held;
    }

    private void plansMayHaveChanged(Held mine, Instant at) {
        var probes = ProbeList.of(plans.active());
        if (!mine.isNew && probes.equals(mine.probes)) {
            return;
        }
        var remembered = rows.rows().stream().collect(Collectors.toMap(ProbeRows.Row::id, Function.identity()));
        if (mine.isNew) {
            mine.written.remember(remembered.values(), probes);
        }
        ledger.forget(
                remembered.values().stream()
                        .filter(it -> !probes.containsKey(it.id()))
                        .toList(),
                mine.written,
                at);
        mine.fleet.isAbout(probes, remembered, at);
        mine.probes = probes;
        mine.isNew = false;
    }

    private List<Fleet.Result> taken() {
        var taken = new ArrayList<Fleet.Result>();
        for (var it = results.poll(); it != null; it = results.poll()) {
            taken.add(it);
        }
        return taken;
    }

    private void look(Probe probe) {
        var began = now.instant();
        threads.execute(() -> results.add(new Fleet.Result(probe.id(), answer(probe), began, now.instant())));
    }

    /** Whatever goes wrong while looking, the endpoint is looked at again. */
    private Answer answer(Probe probe) {
        try {
            return looker.look(probe);
        } catch (RuntimeException failed) {
            return new Answer.None("looking failed: " + failed);
        }
    }

    synchronized void letGo() {
        before = null;
        if (held != null) {
            letGo(now.instant());
        }
    }

    private void letGo(Instant at) {
        turn.letGo(holder, at);
        held = null;
    }

    /** What was being looked at is given up, and another node may go on at once. */
    @Override
    public void close() {
        threads.shutdownNow();
        letGo();
    }
}
