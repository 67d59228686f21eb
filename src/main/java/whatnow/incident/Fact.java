package whatnow.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One thing learnt, with who said it, when it was seen and for how long it may be believed.
 *
 * <p>A fact never changes; learning better adds another. One without {@code incident} belongs to its
 * subject and is seen by every incident that touches it.
 *
 * @param fields by name, the unit in the name; values are strings, numbers or booleans
 * @param observedAt when it was seen, by whoever saw it
 * @param recordedAt when it was written down here
 * @param ttl how long it may be believed from {@code observedAt}; empty for ever
 */
public record Fact(
        UUID id,
        FactType type,
        Subject subject,
        State state,
        SortedMap<String, Object> fields,
        FactSource source,
        Instant observedAt,
        Instant recordedAt,
        Optional<Duration> ttl,
        Optional<IncidentId> incident) {

    /** Even at four bytes a character it fits into an entry of a B-tree, which holds some 2,700 bytes. */
    private static final int LONGEST_KEY = 512;

    private static final int KEPT_OF_KEY = 200;

    /** So many of those that {@linkplain FactType#accumulates add up} count, for each subject and source. */
    static final int MOST_OF_A_SUBJECT = 20;

    static final Comparator<Fact> AGE = Comparator.comparing(Fact::observedAt)
            .thenComparing(Fact::recordedAt)
            .thenComparing(it -> it.id().toString());

    public Fact {
        var written = new TreeMap<String, Object>();
        fields.forEach((name, value) -> written.put(name, asWritten(value)));
        fields = Collections.unmodifiableSortedMap(written);
    }

    /** What may be believed at {@code now}: after its time to live it is {@code UNKNOWN}. */
    public State believed(Instant now) {
        return ttl.filter(it -> observedAt.plus(it).isBefore(now)).isPresent() ? State.UNKNOWN : state;
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(Object::toString);
    }

    public Optional<Double> number(String field) {
        return fields.get(field) instanceof Number it ? Optional.of(it.doubleValue()) : Optional.empty();
    }

    public Optional<Instant> time(String field) {
        return text(field).map(Instant::parse);
    }

    public boolean says(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** Facts of one key replace each other; the newest counts. An index holds it, so a long one ends in a digest of itself. */
    public String key() {
        var key = String.join("/", type.key(), subject.toString(), source.kind().name(), source.name(), topic());
        return key.length() <= LONGEST_KEY ? key : key.substring(0, KEPT_OF_KEY) + "#" + sha256(key);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What tells facts apart that one source says of one subject: two steps done, two questions answered. */
    public String topic() {
        return switch (type) {
            case HEALTH_CHECK -> text("vantage").orElse("");
            case SYMPTOM, INTRUSION -> text("kind").orElse("");
            case BACKUP -> text("level").orElse("");
            case DEPLOYMENT -> text("at").orElse("") + text("what").orElse("");
            case APPROVAL -> text("of").orElse("") + "/" + text("byRole").orElse("");
            case OVERRIDE -> text("of").orElse("");
            case STEP_DONE ->
                String.join(
                        "/",
                        text("article").orElse(""),
                        text("section").orElse(""),
                        text("step").orElse(""));
            case ANSWER -> text("question").orElse("");
            case ASSIGNMENT -> text("role").orElse("");
            case RUNNING_RECOVERY -> text("strategy").orElse("");
            case NOTE -> id.toString();
            case ARTICLE_FEEDBACK -> opinion();
            case REPLICATION,
                    LAST_COMMIT_REPLAYED,
                    REGION_STATUS,
                    ZONE_STATUS,
                    STANDBY,
                    WAL_ARCHIVE,
                    CORRUPTION,
                    DATA_LOSS,
                    DEPENDENCY,
                    HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    TIER_IN_FORCE,
                    STATUS -> "";
        };
    }

    /** A person has one opinion of a section; whatever is missing is something of its own. */
    private String opinion() {
        var of = text("article").orElse("") + "/" + text("section").orElse("");
        return text("verdict").filter(Verdict.MISSING.key()::equals).isPresent()
                ? of + "/" + text("note").orElse("")
                : of;
    }

    /** Whole numbers are longs and others doubles, so that a fact read back equals the one in hand. */
    private static Object asWritten(Object value) {
        return switch (value) {
            case Integer it -> it.longValue();
            case Short it -> it.longValue();
            case Float it -> it.doubleValue();
            default -> value;
        };
    }

    /** Nothing new but the time: such a fact need not be told again in a history. */
    boolean saysTheSameAs(Fact other) {
        return state == other.state && fields.equals(other.fields);
    }

    /** Only those that count, in canonical order. */
    static List<Fact> newestOfEachKey(Collection<Fact> facts) {
        var newest = new TreeMap<String, Fact>();
        facts.forEach(it -> newest.merge(it.key(), it, (one, other) -> AGE.compare(one, other) >= 0 ? one : other));
        return List.copyOf(newest.values());
    }
}
