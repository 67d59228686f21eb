package whatnow.signal.generic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.SymptomKind;
import whatnow.incident.TimeOrderedId;
import whatnow.signal.Refused;

/** Turns the body of a request into a fact, or says which field is wrong, what it held and what it should hold. */
final class FactReader {

    static final List<String> FIELDS =
            List.of("type", "subject", "value", "source", "observedAt", "ttlSeconds", "incident");
    static final List<String> SUBJECT = List.of("plan", "service", "region", "zone", "replica");

    private static final int MOST_NAME = 256;
    private static final long MOST_SECONDS = Duration.ofDays(3660).toSeconds();

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
                state(type, body.path("value")),
                values(type, body.path("value")),
                source(type, body.path("source")),
                observedAt(body.path("observedAt")),
                now,
                ttl(body.path("ttlSeconds")),
                incident);
    }

    private static State state(FactType type, JsonNode value) {
        if (!value.isObject() && !(type.isPersonal() && isAbsent(value))) {
            throw Refused.field("value", shown(value), "an object with state and the fields of " + type.key());
        }
        var state = value.path("state");
        return type.isPersonal() && isAbsent(state)
                ? State.TRUE
                : word("value.state", state, State.values(), State::name);
    }

    private static SortedMap<String, Object> values(FactType type, JsonNode value) {
        var allowed = Stream.concat(Stream.of("state"), type.fields().stream()).toList();
        refuseOthers("value.", value, allowed);
        var values = new TreeMap<String, Object>();
        for (var field : type.shapes()) {
            var node = value.path(field.name());
            if (!isAbsent(node)) {
                values.put(field.name(), value("value." + field.name(), field.shape(), node));
            }
        }
        required(type).stream()
                .filter(it -> !values.containsKey(it))
                .findFirst()
                .ifPresent(it -> {
                    throw Refused.field("value." + it, "missing", "a fact of type " + type.key() + " says it");
                });
        refuseUnknownWords(type, values);
        return values;
    }

    private static List<String> required(FactType type) {
        return switch (type) {
            case SYMPTOM -> List.of("kind");
            case HEARTBEAT -> List.of("intervalSeconds");
            case DECLARATION -> List.of("severity");
            case ASSIGNMENT -> List.of("role", "person");
            case APPROVAL -> List.of("of");
            case OVERRIDE -> List.of("of", "reason");
            case STEP_DONE -> List.of("article", "step");
            case STATUS -> List.of("status");
            case ANSWER -> List.of("question");
            case NOTE -> List.of("text");
            case DEPLOYMENT -> List.of("at");
            case HEALTH_CHECK,
                    REPLICATION,
                    LAST_COMMIT_REPLAYED,
                    REGION_STATUS,
                    ZONE_STATUS,
                    STANDBY,
                    BACKUP,
                    WAL_ARCHIVE,
                    CORRUPTION,
                    INTRUSION,
                    DATA_LOSS,
                    DEPENDENCY,
                    ACKNOWLEDGEMENT,
                    RUNNING_RECOVERY,
                    TIER_IN_FORCE -> List.of();
        };
    }

    private static void refuseUnknownWords(FactType type, SortedMap<String, Object> values) {
        if (type == FactType.SYMPTOM) {
            refuseUnlessIn("value.kind", values.get("kind"), names(SymptomKind.values()));
        }
        if (type == FactType.STATUS) {
            refuseUnlessIn(
                    "value.status",
                    values.get("status"),
                    Arrays.stream(IncidentStatus.values())
                            .filter(it -> it != IncidentStatus.MERGED)
                            .map(IncidentStatus::key)
                            .toList());
        }
        if (type == FactType.HEARTBEAT
                && values.get("intervalSeconds") instanceof Number it
                && !(it.doubleValue() >= 1 && it.doubleValue() <= MOST_SECONDS)) {
            throw Refused.field("value.intervalSeconds", it.toString(), "seconds, from 1 to " + MOST_SECONDS);
        }
    }

    private static Object value(String name, FactType.Shape shape, JsonNode node) {
        return switch (shape) {
            case TEXT -> text(name, node);
            case NUMBER -> number(name, node);
            case TIME -> time(name, node).toString();
            case FLAG -> {
                if (!node.isBoolean()) {
                    throw Refused.field(name, shown(node), shape.words());
                }
                yield node.booleanValue();
            }
            case ANY ->
                node.isNumber() ? number(name, node) : node.isBoolean() ? node.booleanValue() : text(name, node);
        };
    }

    private static Number number(String name, JsonNode node) {
        if (!node.isNumber()) {
            throw Refused.field(name, shown(node), FactType.Shape.NUMBER.words());
        }
        return node.isIntegralNumber() ? (Number) node.longValue() : (Number) node.doubleValue();
    }

    private static Instant time(String name, JsonNode node) {
        try {
            var instant = OffsetDateTime.parse(node.asString("")).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
                throw Refused.field(name, shown(node), "a time between 1970 and 9999");
            }
            return instant;
        } catch (DateTimeException broken) {
            throw Refused.field(name, shown(node), FactType.Shape.TIME.words());
        }
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
                name(node, "plan"),
                name(node, "service"),
                name(node, "region"),
                name(node, "zone"),
                name(node, "replica"));
    }

    private static Optional<String> name(JsonNode subject, String part) {
        var node = subject.path(part);
        return isAbsent(node) ? Optional.empty() : Optional.of(name("subject." + part, node));
    }

    private static String name(String field, JsonNode node) {
        var text = text(field, node).strip();
        if (text.isEmpty() || text.length() > MOST_NAME) {
            throw Refused.field(field, shown(node), "a name of 1 to %d characters".formatted(MOST_NAME));
        }
        return text;
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
        if (!node.isIntegralNumber() || node.longValue() < 1 || node.longValue() > MOST_SECONDS) {
            throw Refused.field("ttlSeconds", shown(node), "whole seconds, from 1 to " + MOST_SECONDS);
        }
        return Optional.of(Duration.ofSeconds(node.longValue()));
    }

    private Optional<IncidentId> incident(JsonNode node) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        var name = text("incident", node);
        return Optional.of(incidents
                .numbered(name)
                .or(() -> withId(name))
                .map(Incident::id)
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

    private static <E extends Enum<E>> E word(String field, JsonNode node, E[] words, Function<E, String> shown) {
        var said = node.isString() ? node.stringValue().toUpperCase(Locale.ROOT) : "";
        return Arrays.stream(words)
                .filter(it -> it.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Refused.field(
                        field,
                        shown(node),
                        "one of " + Arrays.stream(words).map(shown).collect(Collectors.joining(", "))));
    }

    private static void refuseUnlessIn(String field, @Nullable Object said, Collection<String> words) {
        if (!words.contains(String.valueOf(said))) {
            throw Refused.field(field, String.valueOf(said), "one of " + String.join(", ", words));
        }
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }

    private static void refuseOthers(String prefix, JsonNode node, Collection<String> allowed) {
        node.properties().stream()
                .map(it -> Objects.requireNonNull(it.getKey()))
                .filter(it -> !Set.copyOf(allowed).contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw Refused.field(prefix + it, shown(node.path(it)), "only " + String.join(", ", allowed));
                });
    }

    private static String text(String name, JsonNode node) {
        if (!node.isString()) {
            throw Refused.field(name, shown(node), FactType.Shape.TEXT.words());
        }
        return node.stringValue();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : node.toString();
    }
}
