package whatnow.decision.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import whatnow.decision.Question;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.plan.StrategyKind;

/**
 * The fact that an answer is, so that rules need not know who was asked. What a machine sees again by itself is
 * believed of a person for a while only: a person's word outweighs machines.
 *
 * @param service that it is about, where that is not what the question is about
 * @param ttl how long it is believed; empty for ever
 */
public record AnsweredFact(
        FactType type,
        State state,
        SortedMap<String, Object> fields,
        Optional<String> service,
        Optional<Duration> ttl) {

    /** Kinds of backup that somebody may have restored. */
    public static final List<String> BACKUPS = List.of("full", "incremental", "snapshot", "dump");

    private static final Duration A_WHILE = Duration.ofMinutes(15);
    private static final Duration AN_HOUR = Duration.ofMinutes(60);

    /** @param asked what the question was about */
    public Subject subject(Subject asked) {
        return service.map(it -> new Subject(
                        Optional.empty(), Optional.of(it), Optional.empty(), Optional.empty(), Optional.empty()))
                .orElse(asked);
    }

    /** Its fields over those of the last such fact about the same thing: what is not asked here stays said. */
    public SortedMap<String, Object> besides(Collection<Fact> known, Subject about) {
        var said = new TreeMap<String, Object>();
        if (ttl.isEmpty() && type != FactType.BACKUP) {
            known.stream()
                    .filter(it -> it.type() == type && it.subject().equals(about))
                    .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::recordedAt))
                    .ifPresent(it -> said.putAll(it.fields()));
        }
        said.putAll(fields);
        return said;
    }

    /** The fields of an approval: in the name of a role, writes after {@code since} are given up. */
    public static SortedMap<String, Object> accepted(StrategyKind strategy, String role, Instant since) {
        return new TreeMap<>(Map.of("of", "loss:" + strategy.key(), "byRole", role, "lossSince", since.toString()));
    }

    /** How long the answer itself holds; then the question is asked again. */
    public static Optional<Duration> holds(Question question) {
        return switch (question) {
            case CAN_USERS_USE_IT,
                    IS_THE_DATABASE_WRITABLE,
                    IS_THE_REGION_LOST_FROM_OUTSIDE,
                    IS_THE_STANDBY_READY,
                    IS_THERE_ROOM_IN_THE_OTHER_ZONES,
                    HOW_FAR_BEHIND_IS_THE_REPLICA,
                    IS_THE_OLD_PRIMARY_REACHABLE,
                    ARE_ITS_DEPENDENCIES_UP,
                    IS_THE_OBSERVER_CUT_OFF -> Optional.of(A_WHILE);
            case WHAT_CHANGED -> Optional.of(AN_HOUR);
            case WHAT_IS_THE_LAST_COMMIT_REPLAYED,
                    WHEN_WAS_THE_FIRST_BAD_WRITE,
                    IS_IT_CORRUPT,
                    WHEN_WAS_THE_FIRST_COMPROMISE,
                    IS_SOMEBODY_INSIDE,
                    HOW_FAR_DOES_THE_WAL_REACH,
                    WHICH_BACKUP_IS_VERIFIED,
                    ARE_THE_BACKUPS_COMPROMISED,
                    IS_THE_OLD_PRIMARY_FENCED,
                    WHICH_LOSS_IS_ACCEPTABLE,
                    WHICH_WAY_IS_IT_RUN,
                    WHICH_PLAN,
                    WHAT_DOES_THIS_ALERT_MEAN -> Optional.empty();
        };
    }

    /**
     * @param at the time that was given, if one was asked for
     * @param names that were offered to choose from
     */
    public static List<AnsweredFact> all(
            Question question, Answer answer, Optional<Instant> at, List<String> names, Instant now) {
        return switch (question) {
            case ARE_ITS_DEPENDENCIES_UP -> dependencies(question, answer, names);
            case WHAT_DOES_THIS_ALERT_MEAN ->
                answer.oneOf(names).stream()
                        .map(it -> it.toUpperCase(Locale.ROOT).replace(' ', '_'))
                        .flatMap(it -> fact(question, FactType.SYMPTOM, State.TRUE, Map.of("kind", it)).stream())
                        .toList();
            case WHICH_BACKUP_IS_VERIFIED ->
                answer.isYes() ? backup(question, answer, at, now).stream().toList() : List.of();
            default -> of(question, answer, at).stream().toList();
        };
    }

    private static Optional<AnsweredFact> of(Question question, Answer answer, Optional<Instant> at) {
        var yes = answer.isYes() ? State.TRUE : State.FALSE;
        var lost = answer.isYes() ? State.FALSE : State.TRUE;
        return switch (question) {
            case CAN_USERS_USE_IT -> fact(question, FactType.HEALTH_CHECK, yes, Map.of("vantage", "outside"));
            case IS_THE_DATABASE_WRITABLE ->
                fact(question, FactType.HEALTH_CHECK, yes, Map.of("vantage", "test write"));
            case IS_THE_REGION_LOST_FROM_OUTSIDE ->
                fact(question, FactType.REGION_STATUS, lost, Map.of("vantage", "outside"));
            case IS_THE_STANDBY_READY -> fact(question, FactType.STANDBY, yes, Map.of("ready", answer.isYes()));
            case IS_THERE_ROOM_IN_THE_OTHER_ZONES ->
                fact(question, FactType.STANDBY, yes, Map.of("capacityPercent", answer.isYes() ? 100 : 0));
            case IS_IT_CORRUPT -> fact(question, FactType.CORRUPTION, yes, Map.of());
            case IS_SOMEBODY_INSIDE -> fact(question, FactType.INTRUSION, yes, Map.of("kind", "ransomware"));
            case ARE_THE_BACKUPS_COMPROMISED -> fact(question, FactType.BACKUP, lost, Map.of());
            case WHAT_IS_THE_LAST_COMMIT_REPLAYED -> dated(question, FactType.LAST_COMMIT_REPLAYED, "at", at);
            case WHEN_WAS_THE_FIRST_BAD_WRITE -> dated(question, FactType.CORRUPTION, "firstBadWrite", at);
            case WHEN_WAS_THE_FIRST_COMPROMISE -> dated(question, FactType.INTRUSION, "firstCompromise", at);
            case HOW_FAR_DOES_THE_WAL_REACH -> dated(question, FactType.WAL_ARCHIVE, "coversUntil", at);
            case HOW_FAR_BEHIND_IS_THE_REPLICA ->
                answer.number()
                        .flatMap(it -> fact(question, FactType.REPLICATION, State.TRUE, Map.of("lagSeconds", it)));
            case WHAT_CHANGED -> answer.isYes() ? deployment(question, answer, at) : Optional.empty();
            case IS_THE_OLD_PRIMARY_REACHABLE,
                    IS_THE_OLD_PRIMARY_FENCED,
                    WHICH_LOSS_IS_ACCEPTABLE,
                    WHICH_WAY_IS_IT_RUN,
                    WHICH_PLAN,
                    ARE_ITS_DEPENDENCIES_UP,
                    IS_THE_OBSERVER_CUT_OFF,
                    WHICH_BACKUP_IS_VERIFIED,
                    WHAT_DOES_THIS_ALERT_MEAN -> Optional.empty();
        };
    }

    /** One that is down says nothing of the others; where none is down, all of them are up. */
    private static List<AnsweredFact> dependencies(Question question, Answer answer, List<String> names) {
        var services = names.stream().filter(it -> !it.equals("none")).toList();
        return answer.oneOf(List.of("none")).isPresent()
                ? services.stream()
                        .map(it -> dependency(question, it, State.TRUE))
                        .toList()
                : answer.oneOf(services).stream()
                        .map(it -> dependency(question, it, State.FALSE))
                        .toList();
    }

    private static AnsweredFact dependency(Question question, String service, State state) {
        return new AnsweredFact(FactType.DEPENDENCY, state, new TreeMap<>(), Optional.of(service), holds(question));
    }

    private static Optional<AnsweredFact> deployment(Question question, Answer answer, Optional<Instant> at) {
        return at.flatMap(it -> fact(
                question,
                FactType.DEPLOYMENT,
                State.TRUE,
                Map.of("at", it.toString(), "what", answer.what().strip())));
    }

    private static Optional<AnsweredFact> backup(
            Question question, Answer answer, Optional<Instant> verified, Instant now) {
        var taken = Answer.time(answer.taken(), now);
        if (verified.isEmpty() || taken.isEmpty()) {
            return Optional.empty();
        }
        var fields = new TreeMap<String, Object>();
        fields.put("level", Answer.oneOf(answer.what(), BACKUPS).orElse("full"));
        fields.put("takenAt", taken.get().toString());
        fields.put("verifiedAt", verified.get().toString());
        fields.put(
                "how",
                answer.how().isBlank() ? "restored and checked" : answer.how().strip());
        fields.put(
                "coversUntil",
                Answer.time(answer.covers(), now).orElse(taken.get()).toString());
        return fact(question, FactType.BACKUP, State.TRUE, fields);
    }

    private static Optional<AnsweredFact> dated(Question question, FactType type, String field, Optional<Instant> at) {
        return at.flatMap(it -> fact(question, type, State.TRUE, Map.of(field, it.toString())));
    }

    private static Optional<AnsweredFact> fact(
            Question question, FactType type, State state, Map<String, Object> fields) {
        return Optional.of(new AnsweredFact(type, state, new TreeMap<>(fields), Optional.empty(), holds(question)));
    }
}
