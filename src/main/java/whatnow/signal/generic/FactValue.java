package whatnow.signal.generic;

import static whatnow.signal.generic.Written.isAbsent;
import static whatnow.signal.generic.Written.number;
import static whatnow.signal.generic.Written.refuseOthers;
import static whatnow.signal.generic.Written.shown;
import static whatnow.signal.generic.Written.text;
import static whatnow.signal.generic.Written.time;
import static whatnow.signal.generic.Written.word;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import whatnow.incident.FactType;
import whatnow.incident.IncidentStatus;
import whatnow.incident.State;
import whatnow.incident.SymptomKind;
import whatnow.incident.Verdict;
import whatnow.signal.Refused;

/** What a fact says: the fields of its type, each in its shape, and none that the type does not know. */
final class FactValue {

    static State state(FactType type, JsonNode value) {
        if (!value.isObject() && !(type.isPersonal() && isAbsent(value))) {
            throw Refused.field("value", shown(value), "an object with state and the fields of " + type.key());
        }
        var state = value.path("state");
        return type.isPersonal() && isAbsent(state)
                ? State.TRUE
                : word("value.state", state, State.values(), State::name);
    }

    static SortedMap<String, Object> fields(FactType type, JsonNode value) {
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
            case ARTICLE_FEEDBACK -> List.of("verdict");
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
        if (type == FactType.ARTICLE_FEEDBACK) {
            refuseUnlessIn("value.verdict", values.get("verdict"), Verdict.keys());
            if (!Verdict.MISSING.key().equals(values.get("verdict")) && !values.containsKey("article")) {
                throw Refused.field("value.article", "missing", "the article that helped or was wrong");
            }
        }
        if (type == FactType.HEARTBEAT
                && values.get("intervalSeconds") instanceof Number it
                && !(it.doubleValue() >= 1 && it.doubleValue() <= Written.MOST_SECONDS)) {
            throw Refused.field("value.intervalSeconds", it.toString(), "seconds, from 1 to " + Written.MOST_SECONDS);
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

    private static void refuseUnlessIn(String field, @Nullable Object said, Collection<String> words) {
        if (!words.contains(String.valueOf(said))) {
            throw Refused.field(field, String.valueOf(said), "one of " + String.join(", ", words));
        }
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }

    private FactValue() {}
}
