package whatnow.now;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Asked;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.decision.asking.AnswerForm;
import whatnow.decision.asking.AnswerKey;
import whatnow.decision.asking.Askable;
import whatnow.decision.asking.Worthwhile;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.SymptomKind;
import whatnow.now.NowCard.Unknown;
import whatnow.plan.RecoveryPlan;

/** Puts a decision's questions to people: what each is about, and whether somebody has answered it by now. */
final class Asking {

    private static final List<String> YES_OR_NO = List.of("yes", "no", Askable.CANNOT_SEE);

    /** What an alert about a service can mean; a lost place has questions of its own. */
    private static final List<SymptomKind> MEANINGS = Stream.of(SymptomKind.values())
            .filter(it -> it != SymptomKind.OTHER && it != SymptomKind.ZONE_DOWN && it != SymptomKind.REGION_DOWN)
            .toList();

    private final Picture picture;
    private final RecoveryPlan plan;
    private final Choice choice;
    private final Instant now;
    private final AskedAbout about;
    private final Gaps gaps;

    Asking(Picture picture) {
        this.picture = picture;
        this.plan = picture.plan();
        this.choice = picture.outcome().choice();
        this.now = picture.now();
        this.about = new AskedAbout(picture);
        this.gaps = new Gaps(picture);
    }

    /**
     * What somebody could be asked, and nobody has answered: what rules ask, then what else is not known. What one answer
     * settles for all services is asked once.
     */
    List<Askable> askables() {
        var asked = new ArrayList<Asked>();
        Stream.concat(picture.outcome().questions().stream(), gaps.questions().stream())
                .filter(it -> asked.stream().noneMatch(one -> isSettledBy(one, it)))
                .forEach(asked::add);
        return asked.stream()
                .map(this::askable)
                .filter(it -> !isAnswered(it.key()))
                .filter(it -> !it.answers().equals(List.of(Askable.CANNOT_SEE)))
                .toList();
    }

    /** The names that answer a question which somebody could be asked. */
    List<String> offered(AnswerKey question) {
        return askables().stream()
                .filter(it -> it.key().equals(question))
                .flatMap(it -> it.names().stream())
                .toList();
    }

    private boolean isSettledBy(Asked one, Asked other) {
        return one.question() == other.question()
                && key(one).answersSubject().equals(key(other).answersSubject());
    }

    private Askable askable(Asked it) {
        var key = key(it);
        return new Askable(
                key,
                answers(it),
                it.because(),
                gaps.isSpokenOf(it),
                couldNotSee(key).isPresent());
    }

    private AnswerKey key(Asked asked) {
        return new AnswerKey(asked.question(), about.subject(asked));
    }

    /** The best of those that nobody has answered since. */
    List<Unknown> unknowns(List<Worthwhile> ranked) {
        var open = ranked.stream().filter(it -> !isAnswered(it.asked().key())).toList();
        return Worthwhile.best(open).stream().map(this::unknown).toList();
    }

    /** More may be lost by now than was accepted, so that only the rules know whether a loss is settled. */
    private boolean isAnswered(AnswerKey key) {
        return key.question() != Question.WHICH_LOSS_IS_ACCEPTABLE
                && said(key).filter(it -> it.believed(now) != State.UNKNOWN).isPresent();
    }

    private Optional<Fact> said(AnswerKey key) {
        return said(key.question(), key.answersSubject().service());
    }

    /** Somebody looked, not long ago. */
    private Optional<Fact> couldNotSee(AnswerKey key) {
        return said(key)
                .filter(it -> it.state() == State.UNKNOWN)
                .filter(it -> it.ttl()
                        .filter(ttl -> it.observedAt().plus(ttl).isBefore(now))
                        .isEmpty());
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
        return picture.facts().stream()
                .filter(it -> it.type() == FactType.ANSWER)
                .filter(it -> it.text("question").filter(question.key()::equals).isPresent())
                .filter(it -> service.isEmpty()
                        || it.subject().service().isEmpty()
                        || it.subject().service().equals(service))
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::recordedAt));
    }

    private Unknown unknown(Worthwhile worth) {
        var asked = worth.asked();
        var key = asked.key();
        var lookup = key.question().lookup().map(it -> Commands.fill(it, values(key)));
        return new Unknown(
                key.text(),
                words(key),
                AnswerForm.of(key.question()),
                lookup.map(Commands.Filled::text),
                lookup.map(Commands.Filled::missing).orElse(List.of()),
                asked.answers(),
                asked.because(),
                key.question().isNoForCommanders(),
                couldNotSee(key)
                        .map(it -> "%s could not see %s"
                                .formatted(it.source().name(), Words.ago(Times.between(it.observedAt(), now)))),
                worth.changes(),
                worth.answers());
    }

    /** Of what is asked about: another service lends it no address. */
    private Map<String, String> values(AnswerKey key) {
        return PlaceValues.of(key.subject().service().map(picture::about).orElse(picture));
    }

    /** With what it is about, where that is not plain. */
    private static String words(AnswerKey key) {
        var about = switch (key.question()) {
            case IS_THE_REGION_LOST_FROM_OUTSIDE -> key.subject().region();
            case IS_THE_DATABASE_WRITABLE -> key.subject().service();
            default -> key.answersSubject().service();
        };
        return about.map(it -> "%s (%s)".formatted(key.question().words(), it))
                .orElse(key.question().words());
    }

    private List<String> answers(Asked asked) {
        return switch (asked.question()) {
            case WHICH_WAY_IS_IT_RUN ->
                options(asked.subject().or(about::suspect).stream()
                        .flatMap(it -> plan.service(it).stream())
                        .flatMap(it -> it.runsOn().stream())
                        .toList());
            case WHICH_PLAN -> options(picture.plans());
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
        options.add(Askable.CANNOT_SEE);
        return options;
    }
}
