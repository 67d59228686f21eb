package whatnow.decision.asking;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.asking.SampleAnswers.Sample;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;

/** What is known once somebody has given an answer. */
final class Learnt {

    private static final FactSource WHOEVER_ANSWERS = new FactSource(FactSource.Kind.PERSON, "whoever answers");

    private final Inputs inputs;
    private final Outcome outcome;
    private final Instant at;

    Learnt(Inputs inputs, Outcome outcome) {
        this.inputs = inputs;
        this.outcome = outcome;
        this.at = inputs.now().plusMillis(1);
    }

    List<Fact> known(Askable asked, Sample sample) {
        var key = asked.key();
        var answer = sample.answer();
        var known = new ArrayList<>(inputs.facts());
        known.add(fact(
                FactType.ANSWER,
                key.answersSubject(),
                answer.isNo() ? State.FALSE : State.TRUE,
                new TreeMap<>(Map.of("question", key.question().key(), "answer", answer.answer())),
                AnsweredFact.holds(key.question())));
        accepted(key, answer).ifPresent(known::add);
        AnsweredFact.all(key.question(), answer, sample.at(), asked.names(), inputs.now()).stream()
                .map(it -> fact(
                        it.type(),
                        it.subject(key.subject()),
                        it.state(),
                        it.besides(inputs.facts(), it.subject(key.subject())),
                        it.ttl()))
                .forEach(known::add);
        return known;
    }

    private Optional<Fact> accepted(AnswerKey key, Answer answer) {
        return AnswerForm.of(key.question()) != AnswerForm.LOSS
                ? Optional.empty()
                : Stream.concat(outcome.choice().chosen().stream(), outcome.choice().runnerUp().stream())
                        .filter(it -> it.kind().key().equals(answer.answer()))
                        .filter(it -> it.lossSince().isPresent())
                        .findFirst()
                        .map(it -> accepted(it, answer.what()));
    }

    private Fact accepted(Weighed strategy, String role) {
        return fact(
                FactType.APPROVAL,
                Subject.NOTHING,
                State.TRUE,
                AnsweredFact.accepted(
                        strategy.kind(), role, strategy.lossSince().orElseThrow()),
                Optional.empty());
    }

    private Fact fact(
            FactType type, Subject subject, State state, SortedMap<String, Object> fields, Optional<Duration> ttl) {
        var id = UUID.nameUUIDFromBytes(
                "%s/%s/%s".formatted(type.key(), subject, fields).getBytes(StandardCharsets.UTF_8));
        return new Fact(id, type, subject, state, fields, WHOEVER_ANSWERS, at, at, ttl, Optional.empty());
    }
}
