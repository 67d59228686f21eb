package whatnow.decision.supposed;

import static whatnow.decision.supposed.Supposing.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.plan.FailoverCriteria;
import whatnow.plan.PlannedStrategy;

/** Standbys ready or not, and how far behind replicas are. */
final class ReplicasSupposed {

    private static final Duration A_BIT = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Scene scene;
    private final Duration age;
    private final Optional<Duration> rpo;

    ReplicasSupposed(Scene scene) {
        this.scene = scene;
        this.rpo = scene.outcome().promise().rpo();
        this.age = Duration.between(scene.outcome().promise().startedAt(), scene.now());
    }

    Stream<Draft> all() {
        return Stream.of(standbys(), lags(), stopped(), commits()).flatMap(it -> it);
    }

    private Stream<Draft> standbys() {
        var ofServices = scene.databases().stream().map(it -> service(it.name()));
        return Stream.concat(ofServices, targets().map(Supposing::region))
                .flatMap(it -> Stream.of(State.TRUE, State.FALSE)
                        .map(state ->
                                Draft.of(said(FactType.STANDBY, it, state, Map.of("ready", state == State.TRUE)))));
    }

    /** Regions that something may fail over to. */
    private Stream<String> targets() {
        return scene.plan().strategies().stream()
                .map(PlannedStrategy::targets)
                .flatMap(List::stream)
                .map(PlannedStrategy.FailoverTarget::region)
                .filter(it -> !scene.plan().homeRegions().contains(it))
                .distinct();
    }

    private Stream<Draft> lags() {
        return subjects(FactType.REPLICATION)
                .flatMap(subject -> lagsFrom(lagNow(subject))
                        .map(it -> Draft.of(said(
                                        FactType.REPLICATION,
                                        subject,
                                        State.TRUE,
                                        Map.of("lagSeconds", it.toSeconds())))
                                .saying(lagInWords(subject, it))));
    }

    /** The smallest change of the lag first. */
    private Stream<Duration> lagsFrom(Duration now) {
        var limit = scene.plan().failover().map(FailoverCriteria::maxLag);
        return Stream.of(
                        Stream.of(Duration.ZERO, AN_HOUR),
                        rpo.stream()
                                .flatMap(it -> Stream.of(
                                        it.minus(A_BIT),
                                        it.plus(A_BIT),
                                        it.plus(age).plus(A_BIT))),
                        limit.stream().flatMap(it -> Stream.of(it.minus(A_MOMENT), it.plus(A_MOMENT))),
                        badWrite().map(it -> Duration.between(it, scene.now()).plus(A_BIT)).stream())
                .flatMap(it -> it)
                .filter(it -> !it.isNegative())
                .map(it -> Duration.ofSeconds(it.toSeconds()))
                .distinct()
                .sorted(Comparator.comparing((Duration it) -> it.minus(now).abs())
                        .thenComparing(it -> it));
    }

    private Optional<Instant> badWrite() {
        return scene.inputs().facts().stream()
                .filter(it -> it.type() == FactType.CORRUPTION && it.state() == State.TRUE)
                .flatMap(it -> it.time("firstBadWrite").stream())
                .min(Comparator.naturalOrder());
    }

    private Duration lagNow(Subject subject) {
        var about = said(FactType.REPLICATION, subject, State.TRUE, Map.of());
        return scene.said(about).stream()
                .flatMap(it -> it.number("lagSeconds").stream())
                .map(it -> Duration.ofSeconds(it.longValue()))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private String lagInWords(Subject subject, Duration lag) {
        var clause = Clauses.of(said(FactType.REPLICATION, subject, State.TRUE, Map.of("lagSeconds", lag.toSeconds())));
        var lessThan = rpo.filter(it -> lag.compareTo(it) < 0 && !lag.isZero())
                .map(it -> ", less than the RPO of " + Words.span(it));
        var moreThan = rpo.filter(it -> lag.compareTo(it) > 0).map(it -> ", more than the RPO of " + Words.span(it));
        return clause.calmingIf(lag.compareTo(lagNow(subject)) < 0 || moreThan.isEmpty())
                .and(moreThan.or(() -> lessThan).orElse(""))
                .inACondition();
    }

    private Stream<Draft> stopped() {
        return subjects(FactType.REPLICATION)
                .map(it -> Draft.of(said(FactType.REPLICATION, it, State.FALSE, Map.of())));
    }

    private Stream<Draft> commits() {
        var began = scene.outcome().promise().startedAt();
        var times = Stream.concat(
                Stream.of(began, began.minus(AN_HOUR)),
                rpo.stream()
                        .flatMap(it -> Stream.of(
                                began.minus(it).plus(A_BIT), began.minus(it).minus(A_BIT))));
        return times.distinct()
                .sorted(Comparator.reverseOrder())
                .flatMap(at -> subjects(FactType.LAST_COMMIT_REPLAYED)
                        .map(it -> Draft.of(said(FactType.LAST_COMMIT_REPLAYED, it, State.TRUE, Map.of("at", at)))));
    }

    /** What is spoken of already, in the same terms; else the regions to go to. */
    private Stream<Subject> subjects(FactType type) {
        var known = scene.inputs().facts().stream()
                .filter(it -> it.type() == type)
                .map(Fact::subject)
                .distinct()
                .toList();
        var unspoken = targets()
                .filter(it -> known.stream()
                        .noneMatch(one -> one.region().isEmpty()
                                || one.region().filter(it::equals).isPresent()))
                .map(Supposing::region);
        return Stream.concat(known.stream(), unspoken);
    }

    private Fact said(FactType type, Subject subject, State state, Map<String, ?> fields) {
        return Supposing.fact(type, subject, state, fields, scene.now());
    }
}
