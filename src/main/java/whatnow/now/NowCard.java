package whatnow.now;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import whatnow.decision.Supposing;
import whatnow.decision.asking.AnswerForm;
import whatnow.decision.asking.Effect;
import whatnow.decision.asking.Worthwhile.IfAnswered;
import whatnow.notation.CitationForm;

/**
 * The answer to "what now?" for one incident, in seven parts. All instants are UTC; doors add the
 * reader's zone.
 *
 * @param mode {@code REAL} or {@code DRILL}
 * @param askedAt when the card was made
 * @param decidedAt when its decision was made; before the first one, when the incident was opened
 * @param oldestFact when the oldest fact it leans on was observed; empty without facts
 * @param told what people did and wrote down, newest first: who was called, answered, was not reached
 * @param opinions what people said of articles, newest first
 * @param notices what the reader must know about the product itself, for example a rule book that did not load
 */
public record NowCard(
        String mode,
        Instant askedAt,
        Instant decidedAt,
        Optional<Instant> oldestFact,
        String incident,
        String decision,
        String plan,
        Head head,
        DoNow doNow,
        Why why,
        List<Next> next,
        List<Told> told,
        List<Opinion> opinions,
        Tier tier,
        List<Telling> tellings,
        List<Link> links,
        List<Unknown> unknowns,
        List<String> notices) {

    /** Only named people see it. */
    public boolean isRestricted() {
        return notices.stream().anyMatch(it -> it.startsWith("Restricted: "));
    }

    /** The same with other words for the grounds of rules. */
    public NowCard wording(UnaryOperator<String> grounds) {
        var rules = why.rules().stream()
                .map(it -> new Said(
                        it.about(),
                        it.rule(),
                        it.runbook(),
                        it.rows(),
                        it.grounds().stream()
                                .map(ground -> new Ground(grounds.apply(ground.text()), ground.age()))
                                .toList()))
                .toList();
        return new NowCard(
                mode,
                askedAt,
                decidedAt,
                oldestFact,
                incident,
                decision,
                plan,
                head,
                doNow,
                new Why(rules, why.runnerUp(), why.vetoes(), why.lifted(), why.changed(), why.targets()),
                next,
                told,
                opinions,
                tier,
                tellings,
                links,
                unknowns,
                notices);
    }

    /** Somebody asked what would be decided; nobody decided it. */
    @JsonIgnore
    public boolean isSupposed() {
        return decision.equals(Supposing.SUPPOSED);
    }

    /** A rehearsal, and no harm to anybody. */
    @JsonIgnore
    public boolean isDrill() {
        return mode.equals("DRILL");
    }

    /**
     * Part 1.
     *
     * @param severity {@code SEV1} to {@code SEV5} or {@code UNKNOWN}
     * @param severityWords for example {@code Major outage}
     * @param shape that goes with the colour, so that colour never carries meaning alone
     * @param lastKnown the severity before everything fell silent
     * @param who has it; empty until somebody acknowledges
     * @param clock the RTO clock
     * @param decideBy {@code 14:32:00 UTC} with its origin, or {@code no measured time}
     */
    public record Head(
            String severity,
            String severityWords,
            String shape,
            String urgency,
            Optional<String> level,
            boolean assumed,
            Optional<String> lastKnown,
            List<String> services,
            List<String> regions,
            String status,
            Instant since,
            Duration age,
            Optional<String> who,
            String lead,
            Optional<RtoClock> clock,
            String decideBy) {

        private static final int MOST_NAMES = 10;

        /** So many by name as a line holds, the most upstream first, and how many more there are. */
        public String servicesInWords() {
            if (services.isEmpty()) {
                return "no service named";
            }
            var named = String.join(", ", services.subList(0, Math.min(MOST_NAMES, services.size())));
            return services.size() <= MOST_NAMES
                    ? named
                    : "%s and %d more".formatted(named, services.size() - MOST_NAMES);
        }
    }

    /** @param of what the target is for; {@code origin} names its row */
    public record RtoClock(
            Duration target,
            Instant startedAt,
            Instant endsAt,
            Duration left,
            boolean missed,
            String of,
            String origin) {

        /** From 0 to 100. */
        public int percentGone() {
            var gone = target.minus(left).toMillis() * 100 / Math.max(1, target.toMillis());
            return (int) Math.clamp(gone, 0, 100);
        }
    }

    /**
     * Part 2.
     *
     * @param strategy in words; empty when nothing may be proposed
     * @param strategyKey its name in facts: a ticked step and an approval carry it
     * @param article {@code slug#section} that the steps come from
     * @param steps the next undone ones, at most three; a check and its dangerous step are never split
     * @param doNot the gravest prohibition
     * @param loss in clock time, for example {@code writes after 02:14:10 UTC are gone}
     * @param wouldChange another strategy would be chosen now: stop and ask the commander
     * @param strategies keys of all that the plan has, for whoever overrules the choice
     */
    public record DoNow(
            Optional<String> strategy,
            Optional<String> strategyKey,
            Optional<String> target,
            Optional<String> article,
            int done,
            int total,
            List<StepLine> steps,
            Optional<String> doNot,
            Optional<String> pointOfNoReturn,
            List<GateLine> gates,
            String loss,
            String expected,
            Optional<String> wouldChange,
            Optional<String> automation,
            List<String> strategies) {}

    /**
     * @param command with its place-holders filled; empty when the step has none
     * @param copyable false while a place-holder is empty or a value is unsafe
     * @param missing place-holders without a value
     * @param checkFirst the command whose result must hold before; copied along with a dangerous one
     */
    public record StepLine(
            int number,
            String title,
            String text,
            Optional<String> command,
            boolean copyable,
            List<String> missing,
            boolean dangerous,
            Optional<String> checkFirst,
            String expect,
            String rollback,
            Optional<String> needs,
            Optional<String> noReturn) {}

    /**
     * @param approved who agreed; empty while nobody has
     * @param byAnswer the answer to a question opens it, and no approval of the strategy
     */
    public record GateLine(
            String text, Optional<String> role, List<String> contacts, Optional<String> approved, boolean byAnswer) {}

    /**
     * Part 3.
     *
     * @param lifted vetoes that no longer stand, with who lifted them
     * @param changed what was deployed or configured in the last 60 minutes, or that nothing was reported
     */
    public record Why(
            List<Said> rules,
            Optional<RunnerUp> runnerUp,
            List<Against> vetoes,
            List<Against> lifted,
            String changed,
            List<String> targets) {}

    /** A rule that spoke. {@code about}: what it said, for example {@code strategy restart}. */
    public record Said(String about, String rule, String runbook, List<String> rows, List<Ground> grounds) {

        private static final int SHOWN = 4;

        /** As many as a card has room for. */
        public List<Ground> first() {
            return grounds.stream().limit(SHOWN).toList();
        }

        /** How many it has no room for; the decision has them. */
        public int more() {
            return grounds.size() - first().size();
        }
    }

    /** @param age since it was observed; empty for a row of the plan */
    public record Ground(String text, Optional<Duration> age) {}

    public record RunnerUp(String strategy, String lostBecause, Optional<String> predicted) {}

    public record Against(String strategy, String because) {}

    /**
     * Part 4.
     *
     * @param state {@code YOU must call}, {@code OVERDUE}, {@code NOT REACHED}, {@code upcoming} or {@code answered}
     * @param answerBy until when the called must answer, by the plan; empty once somebody has
     */
    public record Next(
            String state,
            String level,
            String title,
            List<String> contacts,
            Optional<Instant> by,
            Optional<Duration> in,
            Optional<Instant> answerBy,
            String authority,
            boolean assumed,
            String article) {}

    /** Something that a person did or wrote down. */
    public record Told(Instant at, String by, String text) {}

    /**
     * What somebody said of an article.
     *
     * @param article {@code slug} or {@code slug#section}; empty where there was none
     * @param verdict {@code helped}, {@code wrong} or {@code missing}
     * @param note in their words; empty if they used none
     * @param draft number of the draft that was opened for what is missing
     */
    public record Opinion(
            Instant at, String by, Optional<String> article, String verdict, String note, Optional<String> draft) {}

    /** Every section that it cites besides that of its steps, in the order of the card. */
    public List<String> citedBeside() {
        return Stream.of(
                        why.rules().stream().map(Said::runbook),
                        next.stream().map(Next::article),
                        tier.article().stream(),
                        tellings.stream().map(Telling::template))
                .flatMap(it -> it)
                .filter(CitationForm::isArticleOrSection)
                .filter(it -> doNow.article().filter(it::equals).isEmpty())
                .distinct()
                .toList();
    }

    /** What the person last said of the article or section; empty if nothing. */
    public Optional<String> opinionOf(String person, String article) {
        return opinions.stream()
                .filter(it -> it.by().equals(person)
                        && it.article().filter(article::equals).isPresent())
                .map(Opinion::verdict)
                .findFirst();
    }

    /** Part 5. {@code known} is false for a plan without tiers. */
    public record Tier(
            boolean known, String proposed, String inForce, List<String> switchedOff, Optional<String> article) {}

    /**
     * A message that is owed.
     *
     * @param state {@code due} or {@code OVERDUE}
     * @param opening the word that it must begin with: {@code DRILL} in a drill
     */
    public record Telling(
            String state,
            String audience,
            List<String> channels,
            Optional<Instant> due,
            boolean outside,
            String template,
            Optional<String> opening) {}

    /** Part 6. */
    public record Link(String text, String path) {}

    /**
     * Part 7.
     *
     * @param key what the answer is posted under
     * @param lookup a command that answers it; not to be copied while a place-holder is empty
     * @param missing place-holders of the command without a value
     * @param form how it is asked for
     * @param answers to choose from
     * @param noForCommanders a no lowers the alarm, so a commander says it
     * @param said who tried and could not see
     * @param changes the most that an answer would change; empty where it could not be worked out
     * @param ifAnswered what would be decided by each answer
     */
    public record Unknown(
            String key,
            String question,
            AnswerForm form,
            Optional<String> lookup,
            List<String> missing,
            List<String> answers,
            List<String> because,
            boolean noForCommanders,
            Optional<String> said,
            Optional<Effect> changes,
            List<IfAnswered> ifAnswered) {}
}
