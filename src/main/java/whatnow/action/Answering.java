package whatnow.action;

import static whatnow.action.PersonalFacts.said;
import static whatnow.action.Refusal.cut;
import static whatnow.action.Refusal.refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import whatnow.decision.DecisionLog;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Question;
import whatnow.decision.asking.Answer;
import whatnow.decision.asking.AnswerForm;
import whatnow.decision.asking.AnswerKey;
import whatnow.decision.asking.AnsweredFact;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.now.NowCards;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.time.Now;

/** What a person's answer to a question of the card leaves behind. */
final class Answering {

    private final Incidents incidents;
    private final NowCards cards;
    private final DecisionLog log;
    private final Plans plans;
    private final PersonalFacts facts;
    private final Now now;

    Answering(Incidents incidents, NowCards cards, DecisionLog log, Plans plans, PersonalFacts facts, Now now) {
        this.incidents = incidents;
        this.cards = cards;
        this.log = log;
        this.plans = plans;
        this.facts = facts;
        this.now = now;
    }

    /**
     * Writes the answer down, and what it says as a fact of its own type, so that the next decision uses it.
     *
     * <p>What was said before about the same thing and is not asked here stays said.
     */
    void answer(Person person, Incident incident, Answer answer) {
        var asked = AnswerKey.parse(answer.key())
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The question (%s) is not known.".formatted(cut(answer.key()))));
        var form = AnswerForm.of(asked.question());
        if (form == AnswerForm.LOSS && !person.may(Role.COMMANDER)) {
            throw refused(
                    HttpStatus.FORBIDDEN,
                    "Only a commander answers this: %s"
                            .formatted(asked.question().words()));
        }
        if (answer.isNo() && asked.question().isNoForCommanders() && !person.may(Role.COMMANDER)) {
            throw refused(
                    HttpStatus.FORBIDDEN,
                    "Only a commander says no to this, because it lowers the alarm: %s"
                            .formatted(asked.question().words()));
        }
        var names = answer.cannotSee() ? List.<String>of() : offered(incident, asked, answer);
        var at = answer.cannotSee() ? Optional.<Instant>empty() : AnswerReading.time(form, answer, now.instant());
        AnswerReading.check(form, answer, asked.isAnsweredByName());
        var loss = form == AnswerForm.LOSS && !answer.cannotSee()
                ? Optional.of(AcceptedLoss.of(answer, choice(incident), plans.find(incident.plan()), now.instant()))
                : Optional.<AcceptedLoss>empty();
        var fields = said("question", asked.question().key());
        fields.putAll(said(
                "answer", loss.map(AcceptedLoss::words).orElseGet(() -> AnswerReading.words(form, answer, at, names))));
        facts.learn(
                person,
                incident,
                FactType.ANSWER,
                asked.answersSubject(),
                AnswerReading.state(form, answer),
                fields,
                AnsweredFact.holds(asked.question()));
        loss.ifPresent(it -> facts.learn(person, incident, FactType.APPROVAL, State.TRUE, it.fields()));
        if (!answer.cannotSee()) {
            AnsweredFact.all(asked.question(), answer, at, names, now.instant())
                    .forEach(it -> learn(incident, person, it, it.subject(asked.subject())));
        }
        if (asked.question() == Question.WHICH_PLAN && !answer.cannotSee()) {
            var plan = new PlanId(answer.oneOf(names).orElseThrow());
            incidents.assign(incident.id(), plan, person.name(), "said to be its plan", now.instant());
        }
    }

    private void learn(Incident incident, Person person, AnsweredFact said, Subject subject) {
        var fields = said.besides(incidents.facts(incident.id()), subject);
        facts.learn(person, incident, said.type(), subject, said.state(), fields, said.ttl());
    }

    private Optional<Choice> choice(Incident incident) {
        return log.latest(incident.id()).map(it -> it.outcome().choice());
    }

    /** The names that are offered; a yes or no needs none. What a card asked a moment ago may be answered still. */
    private List<String> offered(Incident incident, AnswerKey asked, Answer answer) {
        if (!asked.isAnsweredByName()) {
            return List.of();
        }
        var names = cards.offered(incident.number(), asked);
        if (names.isEmpty()) {
            throw refused(
                    HttpStatus.CONFLICT,
                    "This is not asked, or not any more: %s Look at the card again."
                            .formatted(asked.question().words()));
        }
        if (answer.oneOf(names).isEmpty()) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The answer (%s) is not one of: %s.".formatted(cut(answer.answer()), String.join(", ", names)));
        }
        return names;
    }
}
