package whatnow.signal.generic;

import static whatnow.signal.generic.Written.isAbsent;
import static whatnow.signal.generic.Written.name;
import static whatnow.signal.generic.Written.refuseOthers;
import static whatnow.signal.generic.Written.shown;
import static whatnow.signal.generic.Written.text;
import static whatnow.signal.generic.Written.time;
import static whatnow.signal.generic.Written.word;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.incident.Subject;
import whatnow.incident.TimeOrderedId;
import whatnow.signal.Refused;

/** Turns the body of a request into a fact, or says which field is wrong, what it held and what it should hold. */
final class FactReader {

    static final List<String> FIELDS =
            List.of("type", "subject", "value", "source", "observedAt", "ttlSeconds", "incident");
    static final List<String> SUBJECT = List.of("plan", "service", "region", "zone", "replica");

    /** Clocks differ by this much; a fact from further ahead would outrank what is learnt until then. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Incidents incidents;
    private final Instant now;
    private final Speaker speaker;

    FactReader(Incidents incidents, Instant now, Speaker speaker) {
        this.incidents = incidents;
        this.now = now;
        this.speaker = speaker;
    }

    Fact read(JsonNode body) {
        if (!body.isObject()) {
            throw Refused.field("body", shown(body), "an object with " + String.join(", ", FIELDS));
        }
        refuseOthers("", body, FIELDS);
        var type = word("type", body.path("type"), FactType.values(), FactType::key);
        var subject = subject(body.path("subject"));
        var incident = incident(body.path("incident"));
        if (subject.equals(Subject.NOTHING) && incident.isEmpty()) {
            throw Refused.field("subject", shown(body.path("subject")), "a subject, or an incident");
        }
        return new Fact(
                TimeOrderedId.at(now),
                type,
                subject,
                FactValue.state(type, body.path("value")),
                FactValue.fields(type, body.path("value")),
                source(type, body.path("source")),
                observedAt(body.path("observedAt")),
                now,
                ttl(body.path("ttlSeconds")),
                incident);
    }

    private static Subject subject(JsonNode node) {
        if (isAbsent(node)) {
            return Subject.NOTHING;
        }
        if (!node.isObject()) {
            throw Refused.field("subject", shown(node), "an object with " + String.join(", ", SUBJECT));
        }
        refuseOthers("subject.", node, SUBJECT);
        return new Subject(
                part(node, "plan"),
                part(node, "service"),
                part(node, "region"),
                part(node, "zone"),
                part(node, "replica"));
    }

    private static Optional<String> part(JsonNode subject, String part) {
        var node = subject.path(part);
        return isAbsent(node) ? Optional.empty() : Optional.of(name("subject." + part, node));
    }

    /** What only a person settles is said by whoever is signed in, and by no machine in a person's name. */
    private FactSource source(FactType type, JsonNode node) {
        if (type.isPersonal()) {
            return new FactSource(FactSource.Kind.PERSON, speaker.person(type));
        }
        if (!node.isObject()) {
            throw Refused.field("source", shown(node), "an object with kind and name");
        }
        refuseOthers("source.", node, List.of("kind", "name"));
        var kind = word("source.kind", node.path("kind"), FactSource.Kind.values(), FactSource.Kind::name);
        return new FactSource(
                kind, kind == FactSource.Kind.PERSON ? speaker.person(type) : name("source.name", node.path("name")));
    }

    private Instant observedAt(JsonNode node) {
        if (isAbsent(node)) {
            return now;
        }
        var instant = time("observedAt", node);
        if (instant.isAfter(now.plus(AHEAD))) {
            throw Refused.field("observedAt", instant.toString(), "not later than now, which is " + now);
        }
        return instant;
    }

    private static Optional<Duration> ttl(JsonNode node) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        if (!node.isIntegralNumber() || node.longValue() < 1 || node.longValue() > Written.MOST_SECONDS) {
            throw Refused.field("ttlSeconds", shown(node), "whole seconds, from 1 to " + Written.MOST_SECONDS);
        }
        return Optional.of(Duration.ofSeconds(node.longValue()));
    }

    /** What is said of a merged incident is said of the one that took it over. */
    private Optional<IncidentId> incident(JsonNode node) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        var name = text("incident", node);
        return Optional.of(incidents
                .numbered(name)
                .or(() -> withId(name))
                .map(it -> it.mergedInto().orElse(it.id()))
                .orElseThrow(() -> Refused.field(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "incident",
                        name,
                        "the number or id of an incident that exists, for example INC-2026-0042")));
    }

    private Optional<Incident> withId(String name) {
        try {
            return incidents.find(new IncidentId(UUID.fromString(name)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
