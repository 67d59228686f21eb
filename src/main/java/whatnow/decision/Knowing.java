package whatnow.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.known.Answered;
import whatnow.decision.known.Approved;
import whatnow.decision.known.BackupState;
import whatnow.decision.known.Belief;
import whatnow.decision.known.Corruption;
import whatnow.decision.known.DataLossSaid;
import whatnow.decision.known.DependencyState;
import whatnow.decision.known.Deployment;
import whatnow.decision.known.HealthCheck;
import whatnow.decision.known.Intrusion;
import whatnow.decision.known.Known;
import whatnow.decision.known.LastCommit;
import whatnow.decision.known.ObserverCutOff;
import whatnow.decision.known.Overridden;
import whatnow.decision.known.RegionStatus;
import whatnow.decision.known.Replication;
import whatnow.decision.known.RunningRecovery;
import whatnow.decision.known.Standby;
import whatnow.decision.known.TierInForce;
import whatnow.decision.known.WalArchive;
import whatnow.decision.known.ZoneStatus;
import whatnow.incident.Fact;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.DegradationTier;
import whatnow.plan.StrategyKind;

/** Puts stored facts into the words that rules see. */
final class Knowing {

    private final Instant now;

    private Knowing(Instant now) {
        this.now = now;
    }

    /** In the order of what they speak about, whatever order the facts came in. */
    static List<Known> from(List<Fact> facts, Instant now) {
        return new Knowing(now).all(facts);
    }

    private List<Known> all(List<Fact> facts) {
        var known = facts.stream()
                .collect(Collectors.groupingBy(Knowing::topic, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(it -> one(it).stream());
        return Stream.<Known>concat(known, cutOffObservers(facts)).toList();
    }

    /** Facts of one topic speak of the same thing; what each person agreed to or overruled stands alone. */
    private static String topic(Fact fact) {
        var standsAlone = fact.type() == FactType.APPROVAL || fact.type() == FactType.OVERRIDE;
        var person = standsAlone ? fact.source().name() : "";
        return String.join("/", fact.type().key(), fact.subject().toString(), fact.topic(), person);
    }

    private Optional<Known> one(List<Fact> facts) {
        var fact = Beliefs.leading(facts, now);
        var belief = Beliefs.of(facts, now);
        var on = fact.subject();
        return switch (fact.type()) {
            case HEALTH_CHECK -> Optional.of(healthCheck(fact, on, belief));
            case REPLICATION ->
                Optional.of(new Replication(
                        on.service(),
                        on.replica(),
                        on.region(),
                        fact.number("lagSeconds").map(it -> Duration.ofMillis((long) (it * 1000))),
                        belief));
            case LAST_COMMIT_REPLAYED ->
                Optional.of(new LastCommit(on.service(), on.replica(), on.region(), fact.time("at"), belief));
            case REGION_STATUS ->
                on.region().map(it -> new RegionStatus(it, Beliefs.confirmations(facts, now), belief));
            case ZONE_STATUS -> on.zone().map(it -> new ZoneStatus(it, on.region(), belief));
            case STANDBY ->
                Optional.of(new Standby(
                        on.service(),
                        on.region(),
                        fact.number("capacityPercent").map(Double::intValue),
                        belief));
            case BACKUP ->
                Optional.of(new BackupState(
                        on.service(),
                        fact.text("level"),
                        fact.time("takenAt"),
                        fact.time("verifiedAt"),
                        fact.time("coversUntil"),
                        belief));
            case WAL_ARCHIVE ->
                Optional.of(new WalArchive(
                        on.service(), on.region(), fact.time("coversUntil"), fact.time("gapFrom"), belief));
            case CORRUPTION -> Optional.of(corruption(fact, on, belief));
            case INTRUSION ->
                Optional.of(new Intrusion(
                        fact.text("kind").orElse("access").toLowerCase(Locale.ROOT),
                        fact.time("firstCompromise"),
                        belief));
            case DATA_LOSS -> Optional.of(new DataLossSaid(on.service(), belief));
            case DEPLOYMENT -> Optional.of(deployment(fact, on, belief));
            case DEPENDENCY -> on.service().map(it -> new DependencyState(it, fact.says("external"), belief));
            case RUNNING_RECOVERY ->
                strategy(fact.text("strategy"))
                        .map(it -> new RunningRecovery(
                                it,
                                on.region().or(() -> fact.text("region")),
                                fact.text("phase").orElse(""),
                                belief));
            case TIER_IN_FORCE -> tier(fact.text("tier")).map(it -> new TierInForce(it, fact.says("verified"), belief));
            case APPROVAL ->
                Optional.of(new Approved(
                        fact.text("of").orElse(""), fact.text("byRole").orElse(""), fact.time("lossSince"), belief));
            case OVERRIDE ->
                Optional.of(new Overridden(
                        fact.text("of").orElse(""),
                        fact.text("to").orElse(""),
                        fact.text("from"),
                        fact.text("byRole"),
                        fact.text("reason").orElse(""),
                        belief));
            case ANSWER ->
                question(fact.text("question")).map(it -> new Answered(it, on.service(), fact.text("answer"), belief));
            case SYMPTOM,
                    HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    STEP_DONE,
                    STATUS,
                    NOTE,
                    ARTICLE_FEEDBACK -> Optional.empty();
        };
    }

    private static HealthCheck healthCheck(Fact fact, Subject on, Belief belief) {
        return new HealthCheck(
                on.service(),
                on.region(),
                fact.number("failures").map(Double::intValue).orElse(0),
                fact.number("checks").map(Double::intValue).orElse(0),
                fact.number("changes").map(Double::intValue).orElse(0),
                fact.number("responseMillis"),
                fact.number("errorRate"),
                fact.text("why"),
                belief);
    }

    /** Of what nobody has dated only the least age is known: it is at least as old as its discovery. */
    private Corruption corruption(Fact fact, Subject on, Belief belief) {
        var began = fact.time("firstBadWrite").or(() -> fact.time("since")).orElse(fact.observedAt());
        return new Corruption(on.service(), fact.time("firstBadWrite"), span(began), fact.says("catastrophic"), belief);
    }

    private Deployment deployment(Fact fact, Subject on, Belief belief) {
        var at = fact.time("at").orElse(fact.observedAt());
        return new Deployment(on.service(), fact.text("what").orElse("a change"), at, span(at), belief);
    }

    /**
     * An observer whose every probe fails, at least two, while the same things pass from outside, is
     * itself cut off.
     */
    private Stream<ObserverCutOff> cutOffObservers(List<Fact> facts) {
        var probes = facts.stream()
                .filter(it -> it.type() == FactType.HEALTH_CHECK)
                .filter(it -> it.source().kind() == Kind.PROBE)
                .filter(it -> it.believed(now) != State.UNKNOWN)
                .collect(Collectors.groupingBy(it -> it.source().name(), TreeMap::new, Collectors.toList()));
        return probes.entrySet().stream()
                .filter(it -> it.getValue().size() >= 2)
                .filter(it -> it.getValue().stream().allMatch(fact -> fact.state() == State.FALSE))
                .filter(it -> it.getValue().stream().allMatch(fact -> passesFromOutside(fact, facts)))
                .map(it -> new ObserverCutOff(it.getKey(), Beliefs.of(it.getValue(), now)));
    }

    private boolean passesFromOutside(Fact failing, Collection<Fact> facts) {
        return facts.stream()
                .filter(it -> it.type() == FactType.HEALTH_CHECK)
                .filter(it -> it.subject().equals(failing.subject()))
                .filter(it -> !it.source().name().equals(failing.source().name()))
                .anyMatch(it -> it.believed(now) == State.TRUE
                        && it.text("vantage").filter("outside"::equals).isPresent());
    }

    private Duration span(Instant from) {
        var span = Duration.between(from, now);
        return span.isNegative() ? Duration.ZERO : span;
    }

    static Optional<StrategyKind> strategy(Optional<String> key) {
        return Stream.of(StrategyKind.values())
                .filter(it -> key.filter(it.key()::equals).isPresent())
                .findFirst();
    }

    static Optional<DegradationTier> tier(Optional<String> name) {
        return Stream.of(DegradationTier.values())
                .filter(it -> name.filter(it.name()::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    private static Optional<Question> question(Optional<String> key) {
        return Stream.of(Question.values())
                .filter(it -> key.filter(it.key()::equals).isPresent())
                .findFirst();
    }

    /**
     * Symptoms that fresh checks from outside contradict are not known to be so; those that a person, or two kinds of
     * source, say are not so have ended.
     */
    static List<Symptom> undisputed(List<Symptom> symptoms, List<Known> known) {
        var cutOff = known.stream().anyMatch(ObserverCutOff.class::isInstance);
        var result = new ArrayList<Symptom>();
        for (var symptom : symptoms) {
            if (known.stream().anyMatch(it -> denies(it, symptom))) {
                result.add(as(State.FALSE, symptom));
            } else {
                result.add(cutOff && passesOutside(symptom.service(), known) ? as(State.UNKNOWN, symptom) : symptom);
            }
        }
        return result;
    }

    private static boolean passesOutside(String service, List<Known> known) {
        return known.stream()
                .filter(HealthCheck.class::isInstance)
                .map(HealthCheck.class::cast)
                .anyMatch(it -> it.isTrue() && it.belief().outside() && it.isAbout(service));
    }

    private static boolean denies(Known known, Symptom symptom) {
        return switch (known) {
            case RegionStatus it ->
                it.isTrue()
                        && it.belief().firm()
                        && symptom.kind() == SymptomKind.REGION_DOWN
                        && symptom.region().filter(it.region()::equals).isPresent();
            case ZoneStatus it ->
                it.isTrue()
                        && it.belief().firm()
                        && symptom.kind() == SymptomKind.ZONE_DOWN
                        && symptom.zone().filter(it.zone()::equals).isPresent();
            case Corruption it ->
                it.isFalse() && it.belief().firm() && isOf(symptom, SymptomKind.CORRUPT, it.service());
            case DataLossSaid it ->
                it.isFalse() && it.belief().firm() && isOf(symptom, SymptomKind.DATA_LOSS, it.service());
            case BackupState it ->
                it.isTrue()
                        && it.belief().firm()
                        && it.isThePlaceAlone()
                        && symptom.kind() == SymptomKind.BACKUPS_COMPROMISED;
            case Intrusion it ->
                it.isFalse()
                        && it.belief().firm()
                        && symptom.kind() == (it.isRansomware() ? SymptomKind.RANSOMWARE : SymptomKind.INTRUSION);
            default -> false;
        };
    }

    private static boolean isOf(Symptom symptom, SymptomKind kind, Optional<String> service) {
        return symptom.kind() == kind
                && service.map(it -> it.equals(symptom.service())).orElse(true);
    }

    private static Symptom as(State state, Symptom symptom) {
        return symptom.state() != State.TRUE
                ? symptom
                : new Symptom(
                        symptom.service(),
                        symptom.kind(),
                        symptom.region(),
                        symptom.zone(),
                        state,
                        symptom.since(),
                        symptom.lastSeen(),
                        symptom.value(),
                        symptom.count(),
                        symptom.flapping(),
                        symptom.sources(),
                        symptom.alerts());
    }
}
