package whatnow.web.act;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.now.NowCards;
import whatnow.plan.Severity;
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
    private final Now now;

    IncidentActions(Incidents incidents, NowCards cards, Now now) {
        this.incidents = incidents;
        this.cards = cards;
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

    /** Asks for the next level to be called now. */
    public void escalate(Person person, String number, String level, String reason) {
        override(person, number, "escalation", level.isBlank() ? "next level" : level, reason);
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
        var wanted = java.util.Arrays.stream(IncidentStatus.values())
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

    public void tick(Person person, String number, String article, String section, int step) {
        var fields = said("article", article);
        fields.putAll(said("section", section));
        fields.put("step", step);
        learn(person, number, FactType.STEP_DONE, State.TRUE, fields);
    }

    /** @param key of the question, see {@link AnswerKey} */
    public void answer(Person person, String number, String key, String answer) {
        var asked = AnswerKey.parse(key)
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_ENTITY, "The question (%s) is not known.".formatted(cut(key))));
        learn(person, number, asked.type(), asked.subject(), state(answer), asked.fields());
    }

    public void approve(Person person, String number, String of, String role) {
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
        learn(person, number, type, Subject.NOTHING, state, fields);
    }

    private void learn(
            Person person,
            String number,
            FactType type,
            Subject subject,
            State state,
            SortedMap<String, Object> fields) {
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
                Optional.empty(),
                Optional.of(incident(number).id())));
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

    private static State state(String answer) {
        return switch (answer.strip().toLowerCase(Locale.ROOT)) {
            case "yes" -> State.TRUE;
            case "no" -> State.FALSE;
            default -> State.UNKNOWN;
        };
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
