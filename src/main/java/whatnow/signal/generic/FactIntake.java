package whatnow.signal.generic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Topology;
import whatnow.signal.Delivery;
import whatnow.signal.Reading;
import whatnow.signal.Receipt;
import whatnow.signal.Recorded;
import whatnow.signal.Refused;
import whatnow.signal.Signal;
import whatnow.signal.Signals;

/** Writes a fact down with all that follows from it, in one transaction, once per request however often it is sent. */
@Component
class FactIntake {

    private static final String CLAIM = """
            insert into fact_request (key, sha256, fact) values (:key, :sha256, :fact)
            on conflict (key) do nothing
            """;

    private static final String CLAIMED = "select sha256, fact from fact_request where key = :key";

    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Signals signals;
    private final Topology topology;
    private final TransactionOperations transactions;

    FactIntake(
            JdbcClient jdbc,
            Incidents incidents,
            Signals signals,
            Topology topology,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.signals = signals;
        this.topology = topology;
        this.transactions = transactions;
    }

    /** A request by its key, or by its content; empty where every request is a new one. */
    record Request(Optional<String> key, String sha256) {}

    Receipt take(Fact fact, Request request, String raw) {
        return Objects.requireNonNull(transactions.execute(_ -> claimed(fact, request)
                .map(it -> new Receipt(0, 1, List.of(), List.of(it), Recorded.DATABASE, true))
                .orElseGet(() -> learnt(byPlanName(fact), raw))));
    }

    private Optional<UUID> claimed(Fact fact, Request request) {
        return request.key().flatMap(key -> {
            var isNew = jdbc.sql(CLAIM)
                            .param("key", key)
                            .param("sha256", request.sha256())
                            .param("fact", fact.id())
                            .update()
                    == 1;
            return isNew ? Optional.empty() : Optional.of(before(key, request.sha256()));
        });
    }

    private UUID before(String key, String sha256) {
        record Before(String sha256, UUID fact) {}
        var before = jdbc.sql(CLAIMED)
                .param("key", key)
                .query((row, _) -> new Before(row.getString("sha256"), row.getObject("fact", UUID.class)))
                .single();
        if (!before.sha256().equals(sha256)) {
            throw Refused.field(
                    HttpStatus.CONFLICT,
                    "Idempotency-Key",
                    "a key that another body was sent with",
                    "one key for one body; take a new key");
        }
        return before.fact();
    }

    private Receipt learnt(Fact fact, String raw) {
        var symptoms = HarmfulFacts.symptoms(fact);
        if (!symptoms.isEmpty()) {
            signals.take(delivery(fact, symptoms, raw));
        } else if (fact.source().kind() != FactSource.Kind.PERSON) {
            signals.spoke(fact.source().name(), fact.recordedAt(), interval(fact));
        }
        incidents.learn(fact);
        if (fact.type() == FactType.STATUS) {
            move(fact);
        }
        return new Receipt(1, 0, List.of(), List.of(fact.id()), Recorded.DATABASE, false);
    }

    private void move(Fact fact) {
        var status = IncidentStatus.valueOf(fact.text("status").orElseThrow().toUpperCase(Locale.ROOT));
        refuseToReopen(fact, status);
        fact.incident()
                .ifPresent(it -> incidents.move(
                        it,
                        status,
                        fact.source().name(),
                        fact.text("reason").orElse("no reason given"),
                        fact.recordedAt()));
    }

    private void refuseToReopen(Fact fact, IncidentStatus status) {
        fact.incident()
                .flatMap(incidents::find)
                .filter(it -> !it.isOpen() && status.isOpen())
                .ifPresent(it -> {
                    throw Refused.because(
                            HttpStatus.CONFLICT,
                            "%s is %s; it is never reopened. A new alert opens another."
                                    .formatted(it.number(), it.status().key()));
                });
    }

    private static Optional<Duration> interval(Fact fact) {
        return fact.number("intervalSeconds")
                .filter(_ -> fact.type() == FactType.HEARTBEAT)
                .map(it -> Duration.ofMillis((long) (it * 1000)));
    }

    /** A fact said of an alias is one of the service; two plans may use one alias, so the plan it names counts. */
    Fact byPlanName(Fact fact) {
        var subject = fact.subject();
        var plan = subject.plan().map(it -> Map.of("plan", it)).orElse(Map.of());
        var service = subject.service()
                .map(it -> topology.home(plan, fact.source().name(), it).service());
        return new Fact(
                fact.id(),
                fact.type(),
                new Subject(subject.plan(), service, subject.region(), subject.zone(), subject.replica()),
                fact.state(),
                fact.fields(),
                fact.source(),
                fact.observedAt(),
                fact.recordedAt(),
                fact.ttl(),
                fact.incident());
    }

    /** What hurts folds like what an alert says, so that one incident gathers both. */
    private static Delivery delivery(Fact fact, List<HarmfulFacts.Shown> symptoms, String raw) {
        var said = symptoms.stream().map(it -> said(fact, it, raw)).toList();
        return new Delivery(fact.source().name(), true, fact.recordedAt(), said, List.of());
    }

    static Reading reading(Fact fact, HarmfulFacts.Shown shown) {
        var subject = fact.subject();
        return new Reading(
                shown.kind(),
                subject.service()
                        .or(subject::zone)
                        .or(subject::region)
                        .or(subject::plan)
                        .orElse("unknown"),
                subject.region(),
                subject.zone(),
                fact.number("value"));
    }

    private static Delivery.Said said(Fact fact, HarmfulFacts.Shown shown, String raw) {
        var subject = fact.subject();
        var reading = reading(fact, shown);
        var labels = new TreeMap<String, String>();
        labels.put("symptom", reading.kind().name());
        labels.put("service", reading.service());
        subject.plan().ifPresent(it -> labels.put("plan", it));
        reading.region().ifPresent(it -> labels.put("region", it));
        reading.zone().ifPresent(it -> labels.put("zone", it));
        var ended = shown.state() == State.FALSE;
        var signal = new Signal(
                fact.source().name(),
                "fact:" + fact.key() + "/" + reading.kind(),
                fact.observedAt(),
                ended ? Signal.Status.RESOLVED : Signal.Status.FIRING,
                ended ? Optional.of(fact.observedAt()) : Optional.empty(),
                labels,
                new TreeMap<>(),
                fact.recordedAt());
        return new Delivery.Said(
                signal,
                raw,
                false,
                List.of(new Delivery.Placed(reading, fact.incident())),
                shown.state() == State.UNKNOWN,
                believedUntil(fact));
    }

    private static Optional<Instant> believedUntil(Fact fact) {
        var until = fact.ttl().map(fact.observedAt()::plus);
        return fact.source().kind() == FactSource.Kind.PERSON ? until.or(() -> Optional.of(FOR_EVER)) : until;
    }
}
