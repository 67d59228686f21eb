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
import java.util.stream.Stream;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
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
import whatnow.testkit.ShippedPlans;
import whatnow.testkit.ShippedRules;

/** Finds questions that are asked although none of the answers on offer would change what is decided. */
public final class IdleQuestions {

    private static final List<Duration> AGES = Stream.of(0L, 1L, 7L, 30L, 90L, 600L, 10_000L)
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

    /** Decided by the rules and plans that ship. */
    public IdleQuestions(Inputs inputs, Outcome outcome) {
        this.inputs = inputs;
        this.outcome = outcome;
    }

    /** The keys of those among them. Which way a database is run changes the steps of the card, and nothing before. */
    public List<String> among(List<Unknown> unknowns) {
        return unknowns.stream()
                .filter(it -> !question(it).equals(Question.WHICH_WAY_IS_IT_RUN))
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
            case SECONDS -> Stream.of("0", "5", "90", "5000").map(it -> new Answer(key, "yes", "", it, ""));
            case CHANGE ->
                Stream.of(new Answer(key, "yes", ago(Duration.ofMinutes(7)), "", "release"), Answer.of(key, "no"));
            case BACKUP ->
                Stream.of(new Answer(
                        key, "yes", ago(Duration.ofMinutes(7)), "", "full", ago(Duration.ofMinutes(90)), "", ""));
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
        var again = new Inputs(
                plan.id(),
                plan.sha256(),
                inputs.books(),
                inputs.engine(),
                inputs.incident(),
                inputs.openedAt(),
                inputs.drill(),
                inputs.symptoms(),
                inputs.elsewhere(),
                List.copyOf(facts.values()),
                inputs.held(),
                inputs.now());
        return !decided(Decider.decide(BOOKS, plan, again)).equals(decided(outcome));
    }

    /** What people act on; questions and reasons change with every answer. */
    private static List<Object> decided(Outcome it) {
        return List.of(it.assessment(), it.choice(), it.tier(), it.calls(), it.tellings());
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
                    Optional.of(ShippedPlans.plan(inputs.plan().name())));
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
