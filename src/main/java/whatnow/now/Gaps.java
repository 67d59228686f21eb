package whatnow.now;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Asked;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Question;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.StrategyKind;

/**
 * What nobody has said, or said too long ago, though the rules could see it: questions that no rule asks. What would be an
 * accusation out of the blue, as whether data is corrupt or a region lost, is asked only once somebody or something has
 * spoken of it.
 */
final class Gaps {

    private static final Set<StrategyKind> FROM_BACKUPS =
            Set.of(StrategyKind.BACKUP_RESTORE, StrategyKind.FULL_REBUILD, StrategyKind.PITR);

    private static final Duration AN_HOUR = Duration.ofMinutes(60);

    private final Picture picture;
    private final RecoveryPlan plan;
    private final AskedAbout about;
    private final Choice choice;

    Gaps(Picture picture) {
        this.picture = picture;
        this.plan = picture.plan();
        this.about = new AskedAbout(picture);
        this.choice = picture.outcome().choice();
    }

    /** In the order of the questions, the most upstream service first. */
    List<Asked> questions() {
        return Arrays.stream(Question.values())
                .flatMap(this::questions)
                .filter(it -> !isKnown(it.question(), about.subject(it)))
                .toList();
    }

    /** Something is said of it, and it is unknown or too old: otherwise nobody would be asked. */
    boolean isSpokenOf(Asked asked) {
        return said(asked.question(), about.subject(asked)).findAny().isPresent();
    }

    private Stream<Asked> questions(Question question) {
        return switch (question) {
            case CAN_USERS_USE_IT -> ofServices(question, serving());
            case IS_THE_DATABASE_WRITABLE -> ofServices(question, about.databaseNeeded().stream());
            case WHAT_CHANGED -> when(question, about.suspect().isPresent());
            case IS_THE_REGION_LOST_FROM_OUTSIDE -> when(question, isARegionTold());
            case IS_THE_STANDBY_READY -> when(question, hasStandby());
            case IS_THERE_ROOM_IN_THE_OTHER_ZONES -> when(question, isAZoneNamed());
            case WHAT_IS_THE_LAST_COMMIT_REPLAYED, HOW_FAR_BEHIND_IS_THE_REPLICA ->
                when(question, about.failoverTarget().isPresent());
            case WHEN_WAS_THE_FIRST_BAD_WRITE, IS_IT_CORRUPT ->
                when(question, isTold(FactType.CORRUPTION, SymptomKind.CORRUPT));
            case WHEN_WAS_THE_FIRST_COMPROMISE, IS_SOMEBODY_INSIDE ->
                when(question, isTold(FactType.INTRUSION, SymptomKind.RANSOMWARE));
            case HOW_FAR_DOES_THE_WAL_REACH -> when(question, isWeighed(Set.of(StrategyKind.PITR)));
            case WHICH_BACKUP_IS_VERIFIED -> when(question, isWeighed(FROM_BACKUPS));
            case ARE_THE_BACKUPS_COMPROMISED -> when(question, isTold(SymptomKind.BACKUPS_COMPROMISED));
            case ARE_ITS_DEPENDENCIES_UP -> ofServices(question, needingOthers());
            case WHAT_DOES_THIS_ALERT_MEAN -> ofServices(question, unread());
            case IS_THE_OLD_PRIMARY_REACHABLE,
                    IS_THE_OLD_PRIMARY_FENCED,
                    WHICH_LOSS_IS_ACCEPTABLE,
                    WHICH_WAY_IS_IT_RUN,
                    WHICH_PLAN,
                    IS_THE_OBSERVER_CUT_OFF -> Stream.empty();
        };
    }

    private static Stream<Asked> when(Question question, boolean makesSense) {
        return Stream.of(new Asked(question, Optional.empty(), List.of())).filter(_ -> makesSense);
    }

    private static Stream<Asked> ofServices(Question question, Stream<String> services) {
        return services.distinct().map(it -> new Asked(question, Optional.of(it), List.of()));
    }

    /** A database is tried by a write. */
    private Stream<String> serving() {
        return picture.services()
                .filter(it -> !it.isExternal() && !it.isDatabase())
                .map(PlannedService::name);
    }

    private Stream<String> needingOthers() {
        return picture.services()
                .filter(it -> it.dependsOn().stream()
                        .anyMatch(needed -> plan.service(needed).isPresent()))
                .map(PlannedService::name);
    }

    private Stream<String> unread() {
        return picture.shown()
                .filter(it -> it.isFiring() && it.kind() == SymptomKind.OTHER)
                .map(Symptom::service);
    }

    private boolean hasStandby() {
        return about.failoverTarget().isPresent()
                || about.database()
                        .flatMap(plan::service)
                        .filter(PlannedService::hasStandby)
                        .isPresent();
    }

    /** That one task is down says nothing of its region. */
    private boolean isARegionTold() {
        return isTold(SymptomKind.REGION_DOWN)
                || picture.facts().stream()
                        .filter(it -> it.type() == FactType.REGION_STATUS || it.type() == FactType.HEALTH_CHECK)
                        .map(Fact::subject)
                        .anyMatch(it -> it.region().isPresent() && it.service().isEmpty());
    }

    private boolean isAZoneNamed() {
        return picture.symptoms().anyMatch(it -> it.zone().isPresent())
                || picture.facts().stream().anyMatch(it -> it.subject().zone().isPresent());
    }

    private boolean isTold(FactType type, SymptomKind kind) {
        return isTold(kind) || picture.facts().stream().anyMatch(it -> it.type() == type && it.state() != State.FALSE);
    }

    private boolean isTold(SymptomKind kind) {
        return picture.symptoms().anyMatch(it -> it.kind() == kind);
    }

    private boolean isWeighed(Set<StrategyKind> kinds) {
        return kinds.stream()
                .flatMap(it -> choice.find(it).stream())
                .anyMatch(it -> it.standing() != Standing.NOT_PROPOSED && it.standing() != Standing.VETOED);
    }

    /** Said so that it can still be believed, with what the question asks for. */
    private boolean isKnown(Question question, Subject subject) {
        return said(question, subject)
                .filter(it -> it.believed(picture.now()) != State.UNKNOWN)
                .anyMatch(it -> field(question)
                        .map(field -> it.fields().containsKey(field))
                        .orElse(true));
    }

    private static Optional<String> field(Question question) {
        return switch (question) {
            case WHAT_IS_THE_LAST_COMMIT_REPLAYED -> Optional.of("at");
            case HOW_FAR_BEHIND_IS_THE_REPLICA -> Optional.of("lagSeconds");
            case WHEN_WAS_THE_FIRST_BAD_WRITE -> Optional.of("firstBadWrite");
            case WHEN_WAS_THE_FIRST_COMPROMISE -> Optional.of("firstCompromise");
            case HOW_FAR_DOES_THE_WAL_REACH -> Optional.of("coversUntil");
            case WHICH_BACKUP_IS_VERIFIED -> Optional.of("verifiedAt");
            case IS_THERE_ROOM_IN_THE_OTHER_ZONES -> Optional.of("capacityPercent");
            default -> Optional.empty();
        };
    }

    private Stream<Fact> said(Question question, Subject subject) {
        return picture.facts().stream()
                .filter(it -> it.type() == question.type())
                .filter(it -> switch (question) {
                    case WHAT_CHANGED -> isRecent(it);
                    case ARE_THE_BACKUPS_COMPROMISED -> it.text("level").isEmpty();
                    case ARE_ITS_DEPENDENCIES_UP -> isNeeded(subject, it);
                    default ->
                        isSame(subject.service(), it.subject().service())
                                && isSame(subject.region(), it.subject().region());
                });
    }

    private boolean isNeeded(Subject service, Fact dependency) {
        return service.service().flatMap(plan::service).stream()
                .flatMap(it -> it.dependsOn().stream())
                .anyMatch(
                        it -> dependency.subject().service().filter(it::equals).isPresent());
    }

    private boolean isRecent(Fact deployment) {
        return picture.since(deployment.time("at").orElse(deployment.observedAt()))
                        .compareTo(AN_HOUR)
                <= 0;
    }

    private static boolean isSame(Optional<String> asked, Optional<String> said) {
        return asked.isEmpty() || asked.equals(said);
    }
}
