package whatnow.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.IncidentId;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Topology;
import whatnow.plan.PlanId;

/**
 * The one door that all senders use. A delivery is kept, folded into symptoms and tied to incidents in one transaction;
 * once this returns it is on disk.
 */
@Component
public class Signals {

    private static final int RESOLVED_LATELY = 100;

    private final SignalStore store;
    private final Incidents incidents;
    private final Topology topology;
    private final SymptomReader reader;
    private final SourceSettings settings;
    private final TransactionOperations transactions;

    Signals(
            SignalStore store,
            Incidents incidents,
            Topology topology,
            SymptomReader reader,
            SourceSettings settings,
            TransactionOperations transactions) {
        this.store = store;
        this.incidents = incidents;
        this.topology = topology;
        this.reader = reader;
        this.settings = settings;
        this.transactions = transactions;
    }

    public Receipt take(Delivery delivery) {
        return Objects.requireNonNull(transactions.execute(_ -> keep(withStarts(delivery))));
    }

    /** Someone showed that it lives without saying that anything is wrong. */
    public void spoke(String source, Instant at, Optional<Duration> interval) {
        transactions.executeWithoutResult(_ -> {
            store.lock();
            var sender = known(source, true, at).hears(new Delivery(source, true, at, List.of(), List.of()));
            store.save(interval.map(sender::speaksEvery).orElse(sender));
        });
    }

    private Receipt keep(Delivery delivery) {
        var alerts = alerts(delivery);
        var ended = store.ended(alerts);
        var kept = store.keep(delivery.said());
        var news = store.keepUnreadable(delivery);
        store.lock();
        fold(delivery, isTrusted(delivery), ended);
        return receipt(delivery, kept, news);
    }

    /** An alert that names no start goes on if it is running, else it starts now. */
    private Delivery withStarts(Delivery delivery) {
        var startless = delivery.said().stream()
                .filter(it -> !it.hasStart())
                .map(it -> it.signal().fingerprint())
                .collect(Collectors.toSet());
        var running = store.runningSince(startless);
        var said = delivery.said().stream()
                .map(it -> it.hasStart()
                        ? it
                        : it.startingAt(running.get(it.signal().fingerprint())))
                .toList();
        return new Delivery(
                delivery.source(), delivery.firsthand(), delivery.receivedAt(), said, delivery.unreadable());
    }

    private boolean isTrusted(Delivery delivery) {
        if (delivery.bringsItsOwnTimeToLive()) {
            return true;
        }
        var before = known(delivery.source(), delivery.firsthand(), delivery.receivedAt());
        var after = before.hears(delivery);
        store.save(after);
        return after.lastWatchdog().isPresent()
                ? after.isTrusted(delivery.receivedAt())
                : before.isTrusted(delivery.receivedAt());
    }

    private Sender known(String source, boolean firsthand, Instant at) {
        return settings.told(store.sender(source).orElseGet(() -> Sender.first(source, firsthand, at)));
    }

    private static Set<Heard.Alert> alerts(Delivery delivery) {
        return delivery.said().stream().map(it -> alert(it.signal())).collect(Collectors.toSet());
    }

    private static Heard.Alert alert(Signal signal) {
        return new Heard.Alert(signal.fingerprint(), signal.startsAt());
    }

    private void fold(Delivery delivery, boolean trusted, Set<Heard.Alert> ended) {
        var words = delivery.said().stream()
                .filter(it -> !it.signal().isWatchdog())
                .sorted(Comparator.comparing((Delivery.Said it) -> !it.signal().isFiring())
                        .thenComparing(it -> it.signal().startsAt())
                        .thenComparing(it -> it.signal().fingerprint()))
                .toList();
        if (words.isEmpty()) {
            return;
        }
        var heard = store.heard(words.stream().map(it -> alert(it.signal())).collect(Collectors.toSet()));
        var spokenOf = heard.values().stream()
                .flatMap(List::stream)
                .map(Heard::incident)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        words.stream()
                .flatMap(it -> it.readings().stream())
                .flatMap(it -> it.incident().stream())
                .forEach(spokenOf::add);
        var board = new Board(incidents, store, spokenOf, delivery.source(), delivery.receivedAt());
        new Folding(board, new LinkedHashMap<>(heard), delivery, trusted, ended).run(words);
    }

    private Receipt receipt(Delivery delivery, SignalStore.Kept kept, int newUnreadable) {
        var added = new TreeSet<>(kept.added());
        var ids = new ArrayList<UUID>();
        var accepted = 0;
        for (var said : delivery.said()) {
            var key = said.signal().eventKey();
            ids.add(Objects.requireNonNull(kept.ids().get(key)));
            accepted += added.remove(key) ? 1 : 0;
        }
        var complaints = delivery.unreadable().stream()
                .map(it -> new Receipt.Complaint(it.position(), it.why()))
                .toList();
        return new Receipt(accepted, ids.size() - accepted, complaints, ids, accepted == 0 && newUnreadable == 0);
    }

    /** One delivery being folded in. */
    private final class Folding {

        private final Board board;
        private final Map<Heard.Alert, List<Heard>> heard;
        private final Delivery delivery;
        private final boolean trusted;
        private final Set<Heard.Alert> ended;
        private final Set<Heard.Alert> told = new LinkedHashSet<>();
        private List<IncidentLinker.Shown> resolved = List.of();

        Folding(
                Board board,
                Map<Heard.Alert, List<Heard>> heard,
                Delivery delivery,
                boolean trusted,
                Set<Heard.Alert> ended) {
            this.board = board;
            this.heard = heard;
            this.delivery = delivery;
            this.trusted = trusted;
            this.ended = ended;
        }

        void run(List<Delivery.Said> words) {
            words.forEach(this::take);
            store.save(told.stream()
                    .flatMap(it -> heard.getOrDefault(it, List.of()).stream())
                    .map(it -> it.of(board.survivor(it.incident())))
                    .toList());
            board.write();
        }

        private void take(Delivery.Said word) {
            var alert = alert(word.signal());
            var known = heard.getOrDefault(alert, List.of());
            if (known.isEmpty() && (word.lost() || !word.signal().isFiring())) {
                return;
            }
            told.add(alert);
            heard.put(alert, known.isEmpty() ? begin(word, alert) : goOn(word, known));
        }

        private List<Heard> goOn(Delivery.Said word, List<Heard> known) {
            var values = word.signal().isFiring() ? values(word) : Map.<String, Double>of();
            return known.stream().map(it -> goOn(word, it, values)).toList();
        }

        private Heard goOn(Delivery.Said word, Heard known, Map<String, Double> values) {
            var next = next(word, known);
            board.reading(known.incident(), known.symptom())
                    .map(it -> withValue(it, Optional.ofNullable(values.get(known.symptom()))))
                    .ifPresent(it -> board.take(next, Optional.of(known.state()), it));
            return next;
        }

        private Heard next(Delivery.Said word, Heard known) {
            var at = delivery.receivedAt();
            if (word.lost()) {
                return known.isLost(at, delivery.source());
            }
            return word.signal().isFiring()
                    ? known.fires(at, word.believedUntil(), delivery.source())
                    : known.ends(at, trusted, delivery.source());
        }

        private Map<String, Double> values(Delivery.Said word) {
            return placed(word).stream()
                    .filter(it -> it.reading().value().isPresent())
                    .collect(Collectors.toMap(
                            it -> key(located(word, it.reading()).reading()),
                            it -> it.reading().value().orElseThrow(),
                            (one, _) -> one));
        }

        private List<Heard> begin(Delivery.Said word, Heard.Alert alert) {
            var begun = new LinkedHashMap<String, Heard>();
            placed(word).forEach(it -> {
                var located = located(word, it.reading());
                var key = key(located.reading());
                if (!begun.containsKey(key)) {
                    begun.put(key, begin(word, alert, key, located, it.incident()));
                }
            });
            return List.copyOf(begun.values());
        }

        private Heard begin(
                Delivery.Said word, Heard.Alert alert, String key, Located located, Optional<IncidentId> named) {
            var incident = named.map(board::survivor).orElseGet(() -> place(located, key));
            var at = delivery.receivedAt();
            var first = new Heard(
                    alert,
                    incident,
                    key,
                    State.UNKNOWN,
                    at,
                    word.believedUntil(),
                    new TreeSet<>(Set.of(delivery.source())),
                    word.signal().alert());
            var fires = first.fires(at, word.believedUntil(), delivery.source());
            board.take(fires, Optional.empty(), located.reading());
            if (!ended.contains(alert)) {
                return fires;
            }
            var over = fires.ends(at, true, delivery.source());
            board.take(over, Optional.of(fires.state()), located.reading());
            return over;
        }

        private IncidentId place(Located located, String key) {
            var plan = located.home().plan();
            var reading = located.reading();
            var said = located.home() instanceof Topology.Home.Known ? Optional.<IncidentId>empty() : said(reading);
            if (said.isPresent()) {
                return said.get();
            }
            return board.open().stream()
                    .filter(it -> it.plan().equals(plan) && board.shows(it.id(), key))
                    .map(IncidentLinker.Shown::id)
                    .findFirst()
                    .orElseGet(() -> link(
                            located,
                            new IncidentLinker.NewSymptom(
                                    plan, reading.service(), reading.kind(), reading.region(), reading.zone())));
        }

        /** A person said in which plan's incident this service is dealt with; that holds until it is over. */
        private Optional<IncidentId> said(Reading reading) {
            return board.open().stream()
                    .filter(it -> !it.plan().equals(PlanId.GENERAL))
                    .filter(it -> it.symptoms().stream()
                            .anyMatch(one -> one.service().equals(reading.service())
                                    && IncidentLinker.sharesPlace(one, reading.region(), reading.zone())))
                    .map(IncidentLinker.Shown::id)
                    .filter(it -> incidents.facts(it).stream().anyMatch(fact -> saysThePlanOf(fact, reading.service())))
                    .findFirst();
        }

        private static boolean saysThePlanOf(Fact fact, String service) {
            return fact.type() == FactType.ANSWER
                    && fact.state() == State.TRUE
                    && fact.text("question").filter("which_plan"::equals).isPresent()
                    && fact.subject().service().filter(service::equals).isPresent();
        }

        private IncidentId link(Located located, IncidentLinker.NewSymptom symptom) {
            var open = board.open();
            return switch (IncidentLinker.link(open, resolved(), symptom, topology::linked, delivery.receivedAt())) {
                case Link.Join(var incident) -> incident;
                case Link.Merge(var survivor, var younger) -> {
                    var why = "%s %s links them.".formatted(symptom.service(), symptom.kind());
                    younger.forEach(it -> board.merge(survivor, it, why));
                    yield survivor;
                }
                case Link.OpenNew(var previous) -> open(located, previous);
            };
        }

        private IncidentId open(Located located, Optional<IncidentId> previous) {
            var incident = incidents.open(located.home().plan(), delivery.receivedAt(), false, previous);
            board.opened(incident);
            if (located.home() instanceof Topology.Home.Ambiguous(var candidates, var service)) {
                var names = candidates.stream().map(Object::toString).sorted().collect(Collectors.joining(" and "));
                board.note(
                        incident.id(),
                        "plan",
                        "Several plans (%s) claim the service (%s): which one applies?".formatted(names, service));
            }
            return incident.id();
        }

        private List<IncidentLinker.Shown> resolved() {
            if (resolved.isEmpty()) {
                var lately = incidents.recent(RESOLVED_LATELY).stream()
                        .filter(it -> it.status() == IncidentStatus.RESOLVED)
                        .toList();
                var symptoms =
                        incidents.symptoms(lately.stream().map(it -> it.id()).toList());
                resolved = lately.stream()
                        .map(it -> new IncidentLinker.Shown(
                                it.id(), it.plan(), it.openedAt(), symptoms.getOrDefault(it.id(), List.of())))
                        .toList();
            }
            return resolved;
        }

        private List<Delivery.Placed> placed(Delivery.Said word) {
            return word.readings().isEmpty()
                    ? reader.read(word.signal()).stream()
                            .map(it -> new Delivery.Placed(it, Optional.empty()))
                            .toList()
                    : word.readings();
        }

        private Located located(Delivery.Said word, Reading reading) {
            var home = topology.home(word.signal().labels(), delivery.source(), reading.service());
            return new Located(
                    home,
                    new Reading(reading.kind(), home.service(), reading.region(), reading.zone(), reading.value()));
        }
    }

    /** A reading with the plan's name for its service. */
    private record Located(Topology.Home home, Reading reading) {}

    private static Reading withValue(Reading reading, Optional<Double> value) {
        return new Reading(reading.kind(), reading.service(), reading.region(), reading.zone(), value);
    }

    private static String key(Reading reading) {
        return Folded.fresh(reading, Instant.EPOCH).symptom().key();
    }
}
