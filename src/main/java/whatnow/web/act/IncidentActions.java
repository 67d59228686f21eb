package whatnow.web.act;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import whatnow.decision.DecisionLog;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Question;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.now.AnswerForm;
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.now.Times;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.time.Now;

/**
 * What a person does about an incident. Each is a fact in their name; nothing is carried out anywhere.
 *
 * <p>What only a commander settles is refused here and not only by the route, because whether it is so depends on the
 * incident.
 */
@Component
@Transactional
public class IncidentActions {

    private static final int LONGEST = 2_000;

    private final Incidents incidents;
    private final NowCards cards;
    private final DecisionLog log;
    private final Plans plans;
    private final Now now;

    IncidentActions(Incidents incidents, NowCards cards, DecisionLog log, Plans plans, Now now) {
        this.incidents = incidents;
        this.cards = cards;
        this.log = log;
        this.plans = plans;
        this.now = now;
    }

    public void acknowledge(Person person, String number, String note) {
        learn(person, number, FactType.ACKNOWLEDGEMENT, State.TRUE, said("note", note));
    }

    public void declare(Person person, String number, String severity) {
        var declared = severity(severity);
        var fields = said("severity", declared.name());
        fields.put("at", now.instant().toString());
        learn(person, number, FactType.DECLARATION, State.TRUE, fields);
    }

    /**
     * Asks for everybody up to a level of the plan to be called now.
     *
     * @param level for example {@code L3}; blank for the one above those that are called already
     */
    public void escalate(Person person, String number, String level, String reason) {
        override(person, number, "escalation", levels(incident(number)).above(level), reason);
    }

    private Levels levels(Incident incident) {
        var plan =
                plans.find(incident.plan()).or(() -> plans.find(PlanId.GENERAL)).orElseThrow();
        var asked = incidents.facts(incident.id()).stream()
                .filter(it -> it.type() == FactType.OVERRIDE)
                .filter(it -> it.text("of").filter("escalation"::equals).isPresent())
                .flatMap(it -> it.text("to").stream());
        var called = cards.of(incident.number()).stream()
                .flatMap(it -> it.next().stream())
                .filter(this::isCalled)
                .map(NowCard.Next::level);
        return Levels.of(plan, Stream.concat(asked, called));
    }

    private boolean isCalled(NowCard.Next next) {
        return next.by()
                .map(it -> !it.isAfter(now.instant()))
                .orElse(next.state().equals("YOU must call") || next.state().equals("NOT REACHED"));
    }

    public void override(Person person, String number, String of, String to, String reason) {
        if (reason.isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say why: a reason is needed to overrule the rules.");
        }
        if (of.equals("severity")) {
            severity(to);
        }
        var fields = said("of", of);
        fields.putAll(said("to", to));
        fields.putAll(said("reason", reason));
        learn(person, number, FactType.OVERRIDE, State.TRUE, fields);
    }

    public void status(Person person, String number, String status, String reason) {
        var wanted = Arrays.stream(IncidentStatus.values())
                .filter(it -> it.key().equals(status.toLowerCase(Locale.ROOT)))
                .filter(IncidentStatus::isOpen)
                .findFirst()
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The status (%s) cannot be chosen here. Resolve has a form of its own.".formatted(status)));
        move(person, number, wanted, reason);
    }

    /**
     * Says that it is over.
     *
     * @param typed the incident's number, typed by hand, because this is not taken back
     */
    public void resolve(Person person, String number, String typed, String reason) {
        var incident = incident(number);
        if (!incident.isOpen()) {
            throw refused(
                    HttpStatus.CONFLICT,
                    "%s is %s already."
                            .formatted(incident.number(), incident.status().key()));
        }
        if (!typed.strip().equalsIgnoreCase(incident.number())) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Type the incident's number (%s) to resolve it; (%s) was typed."
                            .formatted(incident.number(), cut(typed)));
        }
        var severity =
                cards.of(incident.number()).map(it -> it.head().severity()).orElse("UNKNOWN");
        if (isForCommanders(severity) && !person.may(Role.COMMANDER)) {
            throw refused(
                    HttpStatus.FORBIDDEN,
                    "%s is %s: only a commander resolves it.".formatted(incident.number(), severity));
        }
        move(person, number, IncidentStatus.RESOLVED, reason);
    }

    /** @param strategy key of the one that the step belongs to: from its first step on it is held */
    public void tick(Person person, String number, String article, String section, int step, String strategy) {
        if (!strategy.isBlank()
                && Arrays.stream(StrategyKind.values()).noneMatch(it -> it.key().equals(strategy))) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "The strategy (%s) is not known.".formatted(cut(strategy)));
        }
        var fields = said("article", article);
        fields.putAll(said("section", section));
        fields.put("step", step);
        fields.putAll(said("strategy", strategy));
        learn(person, number, FactType.STEP_DONE, State.TRUE, fields);
    }

    /**
     * Writes the answer down, and what it says as a fact of its own type, so that the next decision uses it.
     *
     * <p>What was said before about the same thing and is not asked here stays said.
     */
    public void answer(Person person, String number, Answer answer) {
        var asked = AnswerKey.parse(answer.key())
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The question (%s) is not known.".formatted(cut(answer.key()))));
        var incident = incident(number);
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
        var at = answer.cannotSee() ? Optional.<Instant>empty() : time(form, answer);
        check(form, answer);
        var loss = form == AnswerForm.LOSS && !answer.cannotSee()
                ? Optional.of(AcceptedLoss.of(answer, choice(incident), plans.find(incident.plan())))
                : Optional.<AcceptedLoss>empty();
        var fields = said("question", asked.question().key());
        fields.putAll(said("answer", loss.map(AcceptedLoss::words).orElseGet(() -> words(form, answer, at, names))));
        learn(
                incident,
                person,
                FactType.ANSWER,
                asked.answersSubject(),
                state(form, answer),
                fields,
                AnsweredFact.holds(asked.question()));
        loss.ifPresent(it ->
                learn(incident, person, FactType.APPROVAL, Subject.NOTHING, State.TRUE, it.fields(), Optional.empty()));
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
        learn(incident, person, said.type(), subject, said.state(), besides(incident, said, subject), said.ttl());
    }

    private Optional<Choice> choice(Incident incident) {
        return log.latest(incident.id()).map(it -> it.outcome().choice());
    }

    /** The names that the card offers; a yes or no needs none. */
    private List<String> offered(Incident incident, AnswerKey asked, Answer answer) {
        if (!asked.isAnsweredByName()) {
            return List.of();
        }
        var names = cards.of(incident.number()).stream()
                .flatMap(it -> it.unknowns().stream())
                .filter(it -> AnswerKey.parse(it.key()).filter(asked::equals).isPresent())
                .flatMap(it -> it.answers().stream())
                .filter(it -> !it.equals("can't see"))
                .toList();
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

    private Optional<Instant> time(AnswerForm form, Answer answer) {
        var asksForATime =
                form == AnswerForm.TIME || (form == AnswerForm.CHANGE || form == AnswerForm.BACKUP) && answer.isYes();
        if (!asksForATime) {
            return Optional.empty();
        }
        if (form == AnswerForm.BACKUP) {
            var taken = past(answer.taken());
            if (!answer.covers().isBlank() && past(answer.covers()).isAfter(taken.plus(Duration.ofDays(1)))) {
                throw refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "A backup does not cover what was written a day after it was taken; the WAL does, and is asked for by itself.");
            }
        }
        return Optional.of(past(answer.at()));
    }

    private Instant past(String said) {
        return Answer.time(said, now.instant())
                .filter(it -> !it.isAfter(now.instant().plusSeconds(60)))
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The time (%s) is not one in the past. Type it in UTC, for example 2026-11-20 02:14:10, or 02:14:10 for the last time the clock showed that."
                                .formatted(cut(said))));
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
        if (form == AnswerForm.CHANGE && answer.isYes() && answer.what().isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say what it is: a yes alone does not help.");
        }
        if (form == AnswerForm.BACKUP
                && answer.isYes()
                && Answer.oneOf(answer.what(), AnsweredFact.BACKUPS).isEmpty()) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The backup (%s) is not one of: %s."
                            .formatted(cut(answer.what()), String.join(", ", AnsweredFact.BACKUPS)));
        }
    }

    /** What the question asked for, as people will read it. */
    private static String words(AnswerForm form, Answer answer, Optional<Instant> at, List<String> names) {
        if (answer.cannotSee()) {
            return "";
        }
        return switch (form) {
            case CHOICE -> answer.oneOf(names).orElse(answer.answer());
            case TIME -> at.map(Times::full).orElse("");
            case SECONDS -> answer.amount().strip() + " s";
            case CHANGE ->
                answer.isYes()
                        ? "%s, %s"
                                .formatted(
                                        answer.what().strip(),
                                        at.map(Times::full).orElse(""))
                        : "none";
            case BACKUP ->
                answer.isYes()
                        ? "%s of %s, checked %s"
                                .formatted(
                                        answer.what().strip(),
                                        answer.taken().strip(),
                                        at.map(Times::full).orElse(""))
                        : "none";
            case LOSS -> "";
        };
    }

    private static State state(AnswerForm form, Answer answer) {
        if (answer.cannotSee()) {
            return State.UNKNOWN;
        }
        return switch (form) {
            case CHOICE, CHANGE, BACKUP -> answer.isNo() ? State.FALSE : State.TRUE;
            case TIME, SECONDS, LOSS -> State.TRUE;
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

    /** Who of a level was called, and whether somebody answered. */
    public void called(Person person, String number, String level, boolean reached) {
        if (level.isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say which level was called.");
        }
        var fields = said("about", "call:" + level.strip());
        fields.put("text", reached ? "answered" : "not reached");
        learn(person, number, FactType.NOTE, State.TRUE, fields);
    }

    /** @param of key of the strategy */
    public void approve(Person person, String number, String of, String role) {
        if (of.isBlank() || role.isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say what is decided, and in which role.");
        }
        var fields = said("of", of);
        fields.putAll(said("byRole", role));
        learn(person, number, FactType.APPROVAL, State.TRUE, fields);
    }

    public void note(Person person, String number, String text) {
        if (text.isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "The note is empty.");
        }
        learn(person, number, FactType.NOTE, State.TRUE, said("text", text));
    }

    private void move(Person person, String number, IncidentStatus status, String reason) {
        var incident = incident(number);
        var fields = said("status", status.key());
        fields.putAll(said("reason", reason));
        learn(person, number, FactType.STATUS, State.TRUE, fields);
        incidents.move(incident.id(), status, person.name(), reason, now.instant());
    }

    private void learn(Person person, String number, FactType type, State state, SortedMap<String, Object> fields) {
        learn(incident(number), person, type, Subject.NOTHING, state, fields, Optional.empty());
    }

    private void learn(
            Incident incident,
            Person person,
            FactType type,
            Subject subject,
            State state,
            SortedMap<String, Object> fields,
            Optional<Duration> ttl) {
        var at = now.instant();
        incidents.learn(new Fact(
                UUID.randomUUID(),
                type,
                subject,
                state,
                fields,
                new FactSource(FactSource.Kind.PERSON, person.name()),
                at,
                at,
                ttl,
                Optional.of(incident.id())));
    }

    private Incident incident(String number) {
        return incidents
                .numbered(number)
                .orElseThrow(() -> refused(
                        HttpStatus.NOT_FOUND,
                        "There is no incident (%s). The list of incidents has all of them.".formatted(cut(number))));
    }

    private static boolean isForCommanders(String severity) {
        return severity.equals("UNKNOWN") || Severity.valueOf(severity).isMajor();
    }

    private static Severity severity(String name) {
        try {
            return Severity.valueOf(name.toUpperCase(Locale.ROOT).replace("-", ""));
        } catch (IllegalArgumentException unknown) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The severity (%s) is not one of SEV1 to SEV5.".formatted(cut(name)));
        }
    }

    private static SortedMap<String, Object> said(String field, String text) {
        if (text.length() > LONGEST) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The field (%s) has %d characters, at most %d are kept.".formatted(field, text.length(), LONGEST));
        }
        return text.isBlank() ? new TreeMap<>() : new TreeMap<>(Map.of(field, text.strip()));
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static ResponseStatusException refused(HttpStatus status, String words) {
        return new ResponseStatusException(status, words);
    }
}
