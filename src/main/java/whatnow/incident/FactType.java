package whatnow.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What can be learnt about an incident. The fields of each are listed with the unit in the name;
 * times are RFC 3339 in UTC.
 */
public enum FactType {
    SYMPTOM(text("kind"), number("value"), number("count")),
    HEALTH_CHECK(
            number("failures"),
            number("checks"),
            number("changes"),
            number("responseMillis"),
            number("errorRate"),
            text("vantage")),
    REPLICATION(number("lagSeconds")),
    LAST_COMMIT_REPLAYED(time("at")),
    REGION_STATUS(text("confirmedBy")),
    ZONE_STATUS(text("confirmedBy")),
    STANDBY(flag("ready"), number("capacityPercent")),
    BACKUP(text("level"), time("takenAt"), time("verifiedAt"), text("how"), time("coversUntil")),
    WAL_ARCHIVE(time("coversUntil"), time("gapFrom")),
    CORRUPTION(time("since"), time("firstBadWrite"), flag("catastrophic")),
    INTRUSION(text("kind"), time("firstCompromise")),
    DATA_LOSS(time("from"), time("until")),
    DEPLOYMENT(time("at"), text("what")),
    DEPENDENCY(flag("external")),
    HEARTBEAT(number("intervalSeconds")),
    DECLARATION(text("severity"), time("at")),
    ACKNOWLEDGEMENT(text("note")),
    ASSIGNMENT(text("role"), text("person")),
    APPROVAL(text("of"), text("byRole")),
    OVERRIDE(text("of"), text("to"), text("reason")),
    STEP_DONE(text("article"), text("section"), any("step")),
    RUNNING_RECOVERY(text("strategy"), text("region"), text("phase")),
    TIER_IN_FORCE(text("tier"), flag("verified")),
    STATUS(text("status"), text("reason")),
    ANSWER(any("question")),
    NOTE(text("text"));

    /** What a field may hold. */
    public enum Shape {
        TEXT("a text"),
        NUMBER("a number"),
        TIME("a time such as 2026-11-20T14:03:00Z"),
        FLAG("true or false"),
        ANY("a text, a number, true or false");

        private final String words;

        Shape(String words) {
            this.words = words;
        }

        /** For people who got it wrong. */
        public String words() {
            return words;
        }
    }

    /** A field that a fact of the type may carry besides {@code state}. */
    public record Field(String name, Shape shape) {}

    private final List<Field> shapes;

    FactType(Field... shapes) {
        this.shapes = List.of(shapes);
    }

    /** The fields with what each may hold, in the order of the documentation. */
    public List<Field> shapes() {
        return shapes;
    }

    /** Names that {@code value} may hold besides {@code state}. */
    public List<String> fields() {
        return shapes.stream().map(Field::name).toList();
    }

    private static Field text(String name) {
        return new Field(name, Shape.TEXT);
    }

    private static Field number(String name) {
        return new Field(name, Shape.NUMBER);
    }

    private static Field time(String name) {
        return new Field(name, Shape.TIME);
    }

    private static Field flag(String name) {
        return new Field(name, Shape.FLAG);
    }

    private static Field any(String name) {
        return new Field(name, Shape.ANY);
    }

    /** The name in payloads, for example {@code last_commit_replayed}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Said by a named person, never by a machine: what only a person settles. */
    public boolean isPersonal() {
        return switch (this) {
            case DECLARATION, ACKNOWLEDGEMENT, ASSIGNMENT, APPROVAL, OVERRIDE, STEP_DONE, STATUS, ANSWER, NOTE -> true;
            case SYMPTOM,
                    HEALTH_CHECK,
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
                    DEPLOYMENT,
                    DEPENDENCY,
                    HEARTBEAT,
                    RUNNING_RECOVERY,
                    TIER_IN_FORCE -> false;
        };
    }
}
