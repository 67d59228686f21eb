package whatnow.signal.mapping;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where a sender writes what we call by other names.
 *
 * @param name of the file, and so of the door
 * @param alerts where the alerts of one body stand; empty if it is one alert
 * @param source where it says who it is
 * @param status empty if all that it sends is firing
 * @param holds how long its word is believed without a repeat
 * @param timezone of times that name none
 * @param sample what a test sends; empty if nobody wrote one
 */
record Mapping(
        String name,
        String title,
        Optional<JsonPath> alerts,
        Optional<Value> source,
        Optional<Words> status,
        Map<Field, Value> fields,
        Texts labels,
        Texts annotations,
        Duration holds,
        ZoneId timezone,
        Optional<JsonNode> sample) {

    /** Fields of ours, by the words that a mapping uses. */
    enum Field {
        NAME("name"),
        KEY("key"),
        STARTED_AT("startedAt"),
        ENDED_AT("endedAt"),
        SERVICE("service"),
        REGION("region"),
        ZONE("zone"),
        HOST("host"),
        SEVERITY("severity"),
        SUMMARY("summary"),
        DESCRIPTION("description"),
        RUNBOOK("runbook"),
        LINK("link"),
        VALUE("value");

        private final String key;

        Field(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        static Optional<Field> called(String key) {
            return Stream.of(values()).filter(it -> it.key.equals(key)).findFirst();
        }
    }

    /**
     * Labels or annotations.
     *
     * @param all objects of which every text and number is one
     */
    record Texts(List<JsonPath> all, SortedMap<String, Value> named) {

        static final Texts NONE = new Texts(List.of(), new TreeMap<>());
    }

    Mapping {
        fields = new EnumMap<>(fields);
    }

    Optional<String> text(Field field, Scene scene) {
        return Optional.ofNullable(fields.get(field)).flatMap(it -> it.in(scene));
    }
}
