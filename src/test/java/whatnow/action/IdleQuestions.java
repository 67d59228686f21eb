package whatnow.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Inputs.Held;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.decision.RuleBooks;
import whatnow.decision.asking.Answer;
import whatnow.decision.asking.AnswerForm;
import whatnow.decision.asking.AnswerKey;
import whatnow.decision.asking.AnsweredFact;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.now.NowCard.Unknown;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.testkit.ShippedPlans;
import whatnow.testkit.ShippedRules;

/**
 * Finds questions that make no difference, whatever is answered. It decides again by itself, with answers of its own, so that
 * the product's way of doing so is not proved by itself.
 */
public final class IdleQuestions {

    private static final List<Duration> AGES = Stream.of(
                    0L, 1L, 3L, 4L, 6L, 7L, 14L, 16L, 29L, 31L, 44L, 59L, 61L, 90L, 119L, 121L, 239L, 241L, 600L,
                    1_500L, 10_000L)
            .map(Duration::ofMinutes)
            .toList();

    static final RuleBooks BOOKS = new RuleBooks(
            ShippedRules.book("severity"),
            ShippedRules.book("strategy"),
            ShippedRules.book("degradation"),
            ShippedRules.book("escalation"),
            ShippedRules.book("communication"));

    private final Inputs inputs;
    private final Outcome outcome;
    private final Outcome next;

    /** Decided by the rules and plans that ship. */
    public IdleQuestions(Inputs inputs, Outcome outcome) {
        this.inputs = inputs;
        this.outcome = outcome;
        this.next = decided(ShippedPlans.plan(inputs.plan().name()), inputs.facts());
    }

    /**
     * The keys of those among them. Which way a database is run changes the steps of the card, and nothing before; which
     * plan it is in changes who is asked, even where that plan knows nothing of it.
     */
    public List<String> among(List<Unknown> unknowns) {
        return unknowns.stream()
                .filter(it -> !question(it).equals(Question.WHICH_WAY_IS_IT_RUN))
                .filter(it -> !question(it).equals(Question.WHICH_PLAN))
                .filter(it -> answers(it).noneMatch(answer -> changes(it, answer)))
                .map(Unknown::key)
                .toList();
    }

    private static Question question(Unknown unknown) {
        return AnswerKey.parse(unknown.key()).orElseThrow().question();
    }

    private Stream<Answer> answers(Unknown unknown) {
        var key = unknown.key();
        return switch (unknown.form()) {
            case CHOICE ->
                unknown.answers().stream().filter(it -> !it.equals("can't see")).map(it -> Answer.of(key, it));
            case TIME -> AGES.stream().map(it -> new Answer(key, "yes", ago(it), "", ""));
            case SECONDS -> AGES.stream().map(it -> new Answer(key, "yes", "", String.valueOf(it.toSeconds()), ""));
            case CHANGE ->
                Stream.of(new Answer(key, "yes", ago(Duration.ofMinutes(7)), "", "release"), Answer.of(key, "no"));
            case BACKUP ->
                AGES.stream().map(it -> new Answer(key, "yes", ago(Duration.ZERO), "", "full", ago(it), "", ""));
            case LOSS -> unknown.answers().stream().map(it -> new Answer(key, it, "", "", role(it)));
        };
    }

    private String role(String strategy) {
        return Stream.concat(outcome.choice().chosen().stream(), outcome.choice().runnerUp().stream())
                .filter(it -> it.kind().key().equals(strategy))
                .flatMap(it -> it.gates().stream())
                .filter(it -> it.because().equals("accepts the loss"))
                .flatMap(it -> it.role().stream())
                .findFirst()
                .orElse("commander");
    }

    private String ago(Duration age) {
        return inputs.now().minus(age).toString();
    }

    private boolean changes(Unknown unknown, Answer answer) {
        var asked = AnswerKey.parse(unknown.key()).orElseThrow();
        var facts = new LinkedHashMap<String, Fact>();
        inputs.facts().forEach(it -> facts.put(it.key(), it));
        learnt(unknown, asked, answer).forEach(it -> facts.put(it.key(), it));
        var plan = asked.question() == Question.WHICH_PLAN
                ? ShippedPlans.plan(answer.answer())
                : ShippedPlans.plan(inputs.plan().name());
        return !actedOn(decided(plan, List.copyOf(facts.values())), unknown).equals(actedOn(next, unknown));
    }

    /** What the desk would decide next: what was decided until now is held. */
    private Outcome decided(RecoveryPlan plan, List<Fact> facts) {
        return Decider.decide(
                BOOKS,
                plan,
                new Inputs(
                        plan.id(),
                        plan.sha256(),
                        inputs.books(),
                        inputs.engine(),
                        inputs.incident(),
                        inputs.openedAt(),
                        inputs.drill(),
                        inputs.symptoms(),
                        inputs.elsewhere(),
                        facts,
                        held(),
                        inputs.now()));
    }

    private Held held() {
        var before = inputs.held();
        var severity = Optional.of(outcome.assessment().severity())
                .filter(it -> it != Severity.UNKNOWN)
                .or(() -> outcome.assessment().lastKnown());
        var tier = outcome.tier().proposed();
        return new Held(
                severity,
                severity.flatMap(
                        _ -> severity.equals(before.severity()) ? before.severitySince() : Optional.of(inputs.now())),
                before.strategy(),
                tier,
                tier.flatMap(_ -> tier.equals(before.tier()) ? before.tierSince() : Optional.of(inputs.now())),
                outcome.tier().milderSince());
    }

    /** What people act on; questions and reasons change with every answer. What would be done instead is the rules' own. */
    private static List<Object> actedOn(Outcome it, Unknown unknown) {
        var choice = it.choice();
        var vetoed = Stream.concat(
                        Stream.concat(choice.chosen().stream(), choice.runnerUp().stream()), choice.others().stream())
                .filter(one -> !one.vetoes().isEmpty())
                .map(Weighed::kind)
                .collect(Collectors.toSet());
        return List.of(
                it.assessment().severity(),
                it.assessment().urgency(),
                it.assessment().level(),
                it.assessment().lead(),
                choice.chosen().map(IdleQuestions::weighed),
                choice.wouldChange(),
                vetoed,
                it.tier().proposed(),
                it.calls(),
                it.tellings(),
                unknown.because().isEmpty() ? "" : choice.runnerUp().map(IdleQuestions::weighed));
    }

    private static Weighed weighed(Weighed it) {
        return new Weighed(
                it.kind(),
                it.standing(),
                List.of(),
                it.reach(),
                it.target(),
                it.criticalOnly(),
                it.recovery(),
                it.recoveryOrigin(),
                it.loss(),
                it.lossSince(),
                it.meetsRto(),
                it.meetsRpo(),
                it.article(),
                it.gates(),
                it.vetoes(),
                it.lifted(),
                it.holds());
    }

    private List<Fact> learnt(Unknown unknown, AnswerKey asked, Answer answer) {
        var now = inputs.now();
        var at = answer.at().isBlank() ? Optional.<Instant>empty() : Optional.of(Instant.parse(answer.at()));
        var facts = new ArrayList<Fact>();
        var said = new TreeMap<String, Object>();
        said.put("question", asked.question().key());
        said.put("answer", answer.answer());
        var state = answer.isNo() ? State.FALSE : State.TRUE;
        facts.add(fact(FactType.ANSWER, asked.answersSubject(), state, said, AnsweredFact.holds(asked.question())));
        if (AnswerForm.of(asked.question()) == AnswerForm.LOSS) {
            var loss = AcceptedLoss.of(
                    answer,
                    Optional.of(outcome.choice()),
                    Optional.of(ShippedPlans.plan(inputs.plan().name())),
                    now);
            facts.add(fact(FactType.APPROVAL, Subject.NOTHING, State.TRUE, loss.fields(), Optional.empty()));
        }
        AnsweredFact.all(asked.question(), answer, at, unknown.answers(), now)
                .forEach(it -> facts.add(fact(
                        it.type(), it.subject(asked.subject()), it.state(), besides(it, asked.subject()), it.ttl())));
        return facts;
    }

    private SortedMap<String, Object> besides(AnsweredFact said, Subject subject) {
        var fields = new TreeMap<String, Object>();
        if (said.ttl().isEmpty() && said.type() != FactType.BACKUP) {
            inputs.facts().stream()
                    .filter(it -> it.type() == said.type() && it.subject().equals(subject))
                    .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::recordedAt))
                    .ifPresent(it -> fields.putAll(it.fields()));
        }
        fields.putAll(said.fields());
        return fields;
    }

    private Fact fact(
            FactType type, Subject subject, State state, SortedMap<String, Object> fields, Optional<Duration> ttl) {
        return new Fact(
                UUID.nameUUIDFromBytes(
                        (type + "/" + subject + fields).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                type,
                subject,
                state,
                fields,
                new FactSource(FactSource.Kind.PERSON, "zoe"),
                inputs.now().plusMillis(1),
                inputs.now().plusMillis(1),
                ttl,
                Optional.empty());
    }
}
