package whatnow.action;

import static whatnow.action.Refusal.refused;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.security.Person;
import whatnow.time.Now;

/** Writes down what a person says about an incident, as a fact in their name. */
final class PersonalFacts {

    private static final int LONGEST = 2_000;

    private final Incidents incidents;
    private final Now now;

    PersonalFacts(Incidents incidents, Now now) {
        this.incidents = incidents;
        this.now = now;
    }

    void learn(Person person, Incident incident, FactType type, State state, SortedMap<String, Object> fields) {
        learn(person, incident, type, Subject.NOTHING, state, fields, Optional.empty());
    }

    /** @param ttl how long it is believed; empty for ever */
    void learn(
            Person person,
            Incident incident,
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

    /** A field of a fact; empty when nothing was typed. */
    static SortedMap<String, Object> said(String field, String text) {
        if (text.length() > LONGEST) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The field (%s) has %d characters, at most %d are kept.".formatted(field, text.length(), LONGEST));
        }
        return text.isBlank() ? new TreeMap<>() : new TreeMap<>(Map.of(field, text.strip()));
    }
}
