package whatnow.now;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Asked;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.decision.asking.AnswerForm;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.SymptomKind;
import whatnow.now.NowCard.Unknown;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.StrategyKind;

/** Puts a decision's questions to people: what each is about, and whether somebody has answered it by now. */
final class Asking {

    private static final String CANNOT_SEE = "can't see";
    private static final List<String> YES_OR_NO = List.of("yes", "no", CANNOT_SEE);

    /** What an alert about a service can mean; a lost place has questions of its own. */
    private static final List<SymptomKind> MEANINGS = Stream.of(SymptomKind.values())
            .filter(it -> it != SymptomKind.OTHER && it != SymptomKind.ZONE_DOWN && it != SymptomKind.REGION_DOWN)
            .toList();

    private final List<Fact> facts;
    private final RecoveryPlan plan;
    private final List<String> suspects;
    private final List<String> regions;
    private final Choice choice;
    private final List<String> plans;
    private final Instant now;

    Asking(Picture picture) {
        this.facts = picture.facts();
        this.plan = picture.plan();
        this.suspects = picture.suspects();
        this.regions = picture.regions();
        this.choice = picture.outcome().choice();
        this.plans = picture.plans();
        this.now = picture.now();
    }

    /** Those that nobody has answered and that somebody can. */
    List<Unknown> unknowns(List<Asked> asked, Map<String, String> values) {
        return asked.stream()
                .filter(it -> answer(it).isEmpty())
                .map(it -> unknown(it, values))
                .filter(it -> !it.answers().equals(List.of(CANNOT_SEE)))
                .toList();
    }

    /** More may be lost by now than was accepted, so that only the rules know whether a loss is settled. */
    private Optional<Fact> answer(Asked asked) {
        return asked.question() == Question.WHICH_LOSS_IS_ACCEPTABLE
                ? Optional.empty()
                : said(asked.question(), asked.subject()).filter(it -> it.believed(now) != State.UNKNOWN);
    }

    /** A yes, a no or a name that still holds; not being able to see is no answer. */
    Optional<Fact> answer(Question question) {
        return said(question, Optional.empty()).filter(it -> it.believed(now) != State.UNKNOWN);
    }

    /** What may be run in several ways is run by the cloud provider, somebody said. */
    boolean isRunByTheProvider() {
        return answer(Question.WHICH_WAY_IS_IT_RUN)
                .flatMap(it -> it.text("answer"))
                .filter("rds"::equals)
                .isPresent();
    }

    /** For example {@code yes, says anna}. */
    Optional<String> words(Question question) {
        return answer(question)
                .map(it -> "%s, says %s"
                        .formatted(
                                it.text("answer").orElse(it.state() == State.TRUE ? "yes" : "no"),
                                it.source().name()));
    }

    /** An answer that names no service is about all of them. */
    private Optional<Fact> said(Question question, Optional<String> service) {
        return facts.stream()
                .filter(it -> it.type() == FactType.ANSWER)
                .filter(it -> it.text("question").filter(question.key()::equals).isPresent())
                .filter(it -> service.isEmpty()
                        || it.subject().service().isEmpty()
                        || it.subject().service().equals(service))
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::recordedAt));
    }

    private Unknown unknown(Asked asked, Map<String, String> values) {
        var question = asked.question();
        var lookup = question.lookup().map(it -> Commands.fill(it, values));
        return new Unknown(
                key(asked),
                words(asked),
                AnswerForm.of(question),
                lookup.map(Commands.Filled::text),
                lookup.map(Commands.Filled::missing).orElse(List.of()),
                answers(asked),
                asked.because(),
                question.isNoForCommanders(),
                said(question, asked.subject())
                        .filter(it -> it.state() == State.UNKNOWN)
                        .map(it -> "%s could not see %s"
                                .formatted(it.source().name(), Words.ago(Times.between(it.observedAt(), now)))));
    }

    /** With what it is about, where that is not plain. */
    private String words(Asked asked) {
        var about = asked.question() == Question.IS_THE_REGION_LOST_FROM_OUTSIDE
                ? subject(asked).region()
                : asked.subject();
        return about.map(it -> "%s (%s)".formatted(asked.question().words(), it))
                .orElse(asked.question().words());
    }

    private List<String> answers(Asked asked) {
        return switch (asked.question()) {
            case WHICH_WAY_IS_IT_RUN ->
                options(asked.subject().or(this::suspect).stream()
                        .flatMap(it -> plan.service(it).stream())
                        .flatMap(it -> it.runsOn().stream())
                        .toList());
            case WHICH_PLAN -> options(plans);
            case WHAT_DOES_THIS_ALERT_MEAN ->
                options(MEANINGS.stream().map(Asking::words).toList());
            case ARE_ITS_DEPENDENCIES_UP -> options(dependencies(asked));
            case WHICH_LOSS_IS_ACCEPTABLE ->
                Stream.concat(choice.chosen().stream(), choice.runnerUp().stream())
                        .filter(Asking::canBeAccepted)
                        .map(it -> it.kind().key())
                        .toList();
            default -> YES_OR_NO;
        };
    }

    private static String words(SymptomKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<String> dependencies(Asked asked) {
        var names = asked.subject().stream()
                .flatMap(it -> plan.service(it).stream())
                .flatMap(it -> it.dependsOn().stream())
                .filter(it -> plan.service(it).isPresent())
                .toList();
        return Stream.concat(Stream.of("none"), names.stream()).toList();
    }

    /** What it loses is known, is more than was promised, and nothing speaks against it. */
    private static boolean canBeAccepted(Weighed strategy) {
        return strategy.lossSince().isPresent()
                && strategy.meetsRpo().filter(it -> !it).isPresent()
                && strategy.standing() != Standing.VETOED
                && strategy.standing() != Standing.ADVISED_AGAINST
                && strategy.standing() != Standing.NOT_PROPOSED;
    }

    private static List<String> options(List<String> names) {
        var options = new ArrayList<>(names);
        options.add(CANNOT_SEE);
        return options;
    }

    /** {@code is_the_standby_ready@service=database}: the question, and what the answer will be a fact about. */
    private String key(Asked asked) {
        var question = asked.question();
        var subject = subject(asked);
        var parts = new TreeMap<String, String>();
        subject.plan().ifPresent(it -> parts.put("plan", it));
        subject.service().ifPresent(it -> parts.put("service", it));
        subject.region().ifPresent(it -> parts.put("region", it));
        subject.zone().ifPresent(it -> parts.put("zone", it));
        subject.replica().ifPresent(it -> parts.put("replica", it));
        return parts.isEmpty()
                ? question.key()
                : parts.entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", question.key() + "@", ""));
    }

    /** What is said already is spoken of in the same terms, so that the answer counts for the same thing. */
    private Subject subject(Asked asked) {
        var question = asked.question();
        var target = choice.chosen().flatMap(Weighed::target);
        return switch (question) {
            case CAN_USERS_USE_IT, HOW_FAR_DOES_THE_WAL_REACH, WHICH_BACKUP_IS_VERIFIED ->
                service(asked.subject().or(this::suspect));
            case WHICH_WAY_IS_IT_RUN, WHICH_PLAN, ARE_ITS_DEPENDENCIES_UP, WHAT_DOES_THIS_ALERT_MEAN ->
                service(asked.subject());
            case IS_THE_DATABASE_WRITABLE, WHAT_CHANGED -> service(suspect());
            case IS_THE_REGION_LOST_FROM_OUTSIDE ->
                spokenOf(FactType.REGION_STATUS, State.FALSE)
                        .filter(it -> !standsBy(it.region()))
                        .orElseGet(() -> region(region().filter(it -> !standsBy(Optional.of(it)))
                                .or(this::home)));
            case IS_THE_STANDBY_READY ->
                target.isPresent() ? region(target) : service(database().or(this::suspect));
            case IS_THERE_ROOM_IN_THE_OTHER_ZONES -> region(region());
            case WHAT_IS_THE_LAST_COMMIT_REPLAYED, HOW_FAR_BEHIND_IS_THE_REPLICA ->
                spokenOf(question.type(), State.TRUE)
                        .filter(it -> it.region().isEmpty() || it.region().equals(failoverTarget()))
                        .orElseGet(() -> region(failoverTarget()));
            case WHEN_WAS_THE_FIRST_BAD_WRITE, IS_IT_CORRUPT, WHEN_WAS_THE_FIRST_COMPROMISE, IS_SOMEBODY_INSIDE ->
                spokenOf(question.type(), State.TRUE)
                        .orElseGet(() -> service(database().or(this::suspect)));
            case ARE_THE_BACKUPS_COMPROMISED -> backupStorage();
            case IS_THE_OLD_PRIMARY_REACHABLE,
                    IS_THE_OLD_PRIMARY_FENCED,
                    WHICH_LOSS_IS_ACCEPTABLE,
                    IS_THE_OBSERVER_CUT_OFF -> Subject.NOTHING;
        };
    }

    /** Of the whole place, not of one backup in it. */
    private Subject backupStorage() {
        return facts.stream()
                .filter(it -> it.type() == FactType.BACKUP && it.state() == State.FALSE)
                .filter(it -> it.text("level").isEmpty())
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id))
                .map(Fact::subject)
                .orElse(Subject.NOTHING);
    }

    private Optional<Subject> spokenOf(FactType type, State state) {
        return facts.stream()
                .filter(it -> it.type() == type && it.state() == state)
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id))
                .map(Fact::subject);
    }

    private Optional<String> suspect() {
        return suspects.stream().findFirst();
    }

    private Optional<String> database() {
        return suspects.stream()
                .filter(it ->
                        plan.service(it).filter(service -> service.isDatabase()).isPresent())
                .findFirst();
    }

    private Optional<String> region() {
        return Stream.concat(
                        regions.stream(),
                        suspects.stream()
                                .flatMap(it -> plan.service(it).stream())
                                .flatMap(it -> it.regions().stream()))
                .findFirst()
                .or(this::home);
    }

    /** Where the replica stands that would be promoted, whether that is what is proposed or the next best. */
    private Optional<String> failoverTarget() {
        return choice.find(StrategyKind.REGIONAL_FAILOVER)
                .map(Weighed::target)
                .orElseGet(() -> choice.chosen().flatMap(Weighed::target));
    }

    /** Where a plan runs if nobody says which of its regions is meant. */
    private Optional<String> home() {
        return plan.services().stream()
                .flatMap(it -> it.regions().stream().limit(1))
                .findFirst();
    }

    private boolean standsBy(Optional<String> region) {
        return region.filter(it -> !plan.homeRegions().contains(it))
                .filter(it ->
                        plan.services().stream().anyMatch(one -> one.regions().contains(it)))
                .isPresent();
    }

    private static Subject service(Optional<String> name) {
        return new Subject(Optional.empty(), name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Subject region(Optional<String> name) {
        return new Subject(Optional.empty(), Optional.empty(), name, Optional.empty(), Optional.empty());
    }
}
