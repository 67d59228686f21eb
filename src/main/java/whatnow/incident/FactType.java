package whatnow.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What can be learnt about an incident. The fields of each are listed with the unit in the name;
 * times are RFC 3339 in UTC.
 */
public enum FactType {
    SYMPTOM("the service shows the symptom", text("kind"), number("value"), number("count")),
    HEALTH_CHECK(
            "the check passes",
            number("failures"),
            number("checks"),
            number("changes"),
            number("responseMillis"),
            number("errorRate"),
            text("vantage"),
            text("why")),
    REPLICATION("the replica receives and replays", number("lagSeconds")),
    LAST_COMMIT_REPLAYED("the time is the last commit that the replica has replayed", time("at")),
    REGION_STATUS("the region works", text("confirmedBy"), text("vantage")),
    ZONE_STATUS("the zone works", text("confirmedBy"), text("vantage")),
    STANDBY("the standby is ready to take over", flag("ready"), number("capacityPercent")),
    BACKUP(
            "the backup can be trusted",
            text("level"),
            time("takenAt"),
            time("verifiedAt"),
            text("how"),
            time("coversUntil")),
    WAL_ARCHIVE("the write-ahead log is being archived", time("coversUntil"), time("gapFrom")),
    CORRUPTION("data is corrupt", time("since"), time("firstBadWrite"), flag("catastrophic")),
    INTRUSION("somebody is inside who should not be", text("kind"), time("firstCompromise")),
    DATA_LOSS("data that users had saved is gone", time("from"), time("until")),
    DEPLOYMENT("something was deployed or configured", time("at"), text("what")),
    DEPENDENCY("the dependency answers", flag("external")),
    HEARTBEAT("the source is alive", number("intervalSeconds")),
    DECLARATION("the incident is declared", text("severity"), time("at")),
    ACKNOWLEDGEMENT("the person has it", text("note")),
    ASSIGNMENT("the person fills the role", text("role"), text("person")),
    APPROVAL("the person agrees", text("of"), text("byRole"), time("lossSince")),
    OVERRIDE("the person overrules the rules", text("of"), text("to"), text("from"), text("byRole"), text("reason")),
    STEP_DONE("the step is done", text("article"), text("section"), any("step"), text("strategy")),
    RUNNING_RECOVERY("a recovery is under way", text("strategy"), text("region"), text("phase")),
    TIER_IN_FORCE("the tier is in force", text("tier"), flag("verified")),
    STATUS("the incident has this status", text("status"), text("reason")),
    ANSWER("yes is the answer to the question", any("question"), text("answer")),
    NOTE("somebody wrote this down", text("text"), text("about")),
    ARTICLE_FEEDBACK(
            "the person says this of the article",
            text("article"),
            text("section"),
            text("verdict"),
            text("note"),
            text("draft"));

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

    private final String claim;
    private final List<Field> shapes;

    FactType(String claim, Field... shapes) {
        this.claim = claim;
        this.shapes = List.of(shapes);
    }

    /** What is so when the state is TRUE; FALSE is its opposite. */
    public String claim() {
        return claim;
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

    /** Hardly one replaces another, so that of a subject only the newest few count. */
    boolean accumulates() {
        return this == DEPLOYMENT || this == NOTE || this == ARTICLE_FEEDBACK;
    }

    /**
     * Whether a decision may depend on it. What people think of an article is kept and counted, and changes nothing that is
     * decided.
     */
    public boolean isForDecisions() {
        return this != ARTICLE_FEEDBACK;
    }

    /** Said by a named person, never by a machine: what only a person settles. */
    public boolean isPersonal() {
        return switch (this) {
            case DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    APPROVAL,
                    OVERRIDE,
                    STEP_DONE,
                    STATUS,
                    ANSWER,
                    NOTE,
                    ARTICLE_FEEDBACK -> true;
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
