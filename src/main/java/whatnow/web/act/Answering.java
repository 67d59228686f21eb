package whatnow.web.act;

import static whatnow.web.act.PersonalFacts.said;
import static whatnow.web.act.Refusal.cut;
import static whatnow.web.act.Refusal.refused;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.now.AnswerForm;
import whatnow.now.Times;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.time.Now;

/** What a person's answer to a question of the card leaves behind. */
final class Answering {

    private final Incidents incidents;
    private final PersonalFacts facts;
    private final Now now;

    Answering(Incidents incidents, PersonalFacts facts, Now now) {
        this.incidents = incidents;
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
        if (form == AnswerForm.WORDS && !person.may(Role.COMMANDER)) {
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
        var at = answer.cannotSee() ? Optional.<Instant>empty() : time(form, answer);
        check(form, answer);
        var fields = said("question", asked.question().key());
        fields.putAll(said("answer", words(form, answer, at)));
        facts.learn(
                person,
                incident,
                FactType.ANSWER,
                Subject.NOTHING,
                state(form, answer),
                fields,
                AnsweredFact.holds(asked.question()));
        if (!answer.cannotSee()) {
            AnsweredFact.of(asked.question(), answer, at)
                    .ifPresent(it -> facts.learn(
                            person,
                            incident,
                            it.type(),
                            asked.subject(),
                            it.state(),
                            besides(incident, it, asked.subject()),
                            it.ttl()));
        }
    }

    private Optional<Instant> time(AnswerForm form, Answer answer) {
        var asksForATime =
                form == AnswerForm.TIME || (form == AnswerForm.CHANGE || form == AnswerForm.BACKUP) && answer.isYes();
        if (!asksForATime) {
            return Optional.empty();
        }
        var at = answer.time(now.instant());
        if (at.isEmpty() || at.get().isAfter(now.instant().plusSeconds(60))) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The time (%s) is not one in the past. Type it in UTC, for example 2026-11-20 02:14:10, or 02:14:10 for the last time the clock showed that."
                            .formatted(cut(answer.at())));
        }
        return at;
    }

    private static void check(AnswerForm form, Answer answer) {
        if (answer.cannotSee()) {
            return;
        }
        if (form == AnswerForm.SECONDS && answer.number().isEmpty()) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The number (%s) is not a number of seconds, for example 90.".formatted(cut(answer.amount())));
        }
        var needsWords =
                form == AnswerForm.WORDS || (form == AnswerForm.CHANGE || form == AnswerForm.BACKUP) && answer.isYes();
        if (needsWords && answer.what().isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say what it is: a yes alone does not help.");
        }
    }

    /** What the question asked for, as people will read it. */
    private static String words(AnswerForm form, Answer answer, Optional<Instant> at) {
        if (answer.cannotSee()) {
            return "";
        }
        return switch (form) {
            case CHOICE -> answer.answer();
            case TIME -> at.map(Times::full).orElse("");
            case SECONDS -> answer.amount().strip() + " s";
            case CHANGE, BACKUP ->
                answer.isYes()
                        ? "%s, %s"
                                .formatted(
                                        answer.what().strip(),
                                        at.map(Times::full).orElse(""))
                        : "none";
            case WORDS -> answer.what();
        };
    }

    private static State state(AnswerForm form, Answer answer) {
        if (answer.cannotSee()) {
            return State.UNKNOWN;
        }
        return switch (form) {
            case CHOICE, CHANGE, BACKUP -> answer.isNo() ? State.FALSE : State.TRUE;
            case TIME, SECONDS, WORDS -> State.TRUE;
        };
    }

    /** The fields of the last such fact about the same thing, with those of the new one over them. */
    private SortedMap<String, Object> besides(Incident incident, AnsweredFact said, Subject subject) {
        var fields = new TreeMap<String, Object>();
        if (said.ttl().isEmpty() && said.type() != FactType.BACKUP) {
            incidents.facts(incident.id()).stream()
                    .filter(it -> it.type() == said.type() && it.subject().equals(subject))
                    .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::recordedAt))
                    .ifPresent(it -> fields.putAll(it.fields()));
        }
        fields.putAll(said.fields());
        return fields;
    }
}
