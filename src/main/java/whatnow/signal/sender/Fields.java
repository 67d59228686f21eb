package whatnow.signal.sender;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Refused;

/** Fields of a body by their path, {@code /event/data/title}. What is missing, null or of another kind is empty. */
public final class Fields {

    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}(\\.\\d{1,30})?(E\\+?\\d{1,2})?");

    /** With any fraction, and a zone written as {@code Z}, {@code +01:00} or {@code +0000}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    /** The first of these that has a text, a number or a yes or no. */
    public static Optional<String> first(JsonNode body, String... paths) {
        return Stream.of(paths)
                .map(it -> text(body.at(it)))
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    public static String text(JsonNode body, String path) {
        return text(body.at(path));
    }

    /** Blank for what is missing, null, an object or a list. */
    public static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString("").strip() : "";
    }

    /** @throws Refused if all of these are missing or blank */
    public static String needed(JsonNode body, String... paths) {
        return first(body, paths).orElseThrow(() -> Refused.field(String.join(" or ", paths), "missing", "a text"));
    }

    /**
     * A time as text, or counted from 1970 in seconds, milliseconds, microseconds or nanoseconds. Zero is no time, as senders
     * mean it.
     *
     * @throws Refused if something else stands there
     */
    public static Optional<Instant> time(JsonNode body, String path) {
        return time(text(body.at(path)), path, Optional.empty());
    }

    /**
     * The same for a text that was found elsewhere.
     *
     * @param name of the field, for whoever reads why it was refused
     * @param local zone of a time that names none; without it such a time is refused
     */
    public static Optional<Instant> time(String text, String name, Optional<ZoneId> local) {
        if (text.isEmpty() || text.equals("0") || text.startsWith("0001-01-01")) {
            return Optional.empty();
        }
        try {
            var isCounted = NUMBER.matcher(text).matches();
            var time = (isCounted ? counted(Double.parseDouble(text)) : written(text, local))
                    .truncatedTo(ChronoUnit.MILLIS);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new DateTimeException("out of range");
            }
            return Optional.of(time);
        } catch (DateTimeException | ArithmeticException broken) {
            throw Refused.field(name, text, "a time such as 2026-11-20T14:03:00Z, or seconds since 1970");
        }
    }

    /** What an object has, for whoever reads why it was refused. */
    public static String names(JsonNode body) {
        return body.isObject()
                ? "an object with " + String.join(", ", body.propertyNames())
                : body.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** As mail writes it too: {@code Sun, 1 Mar 2026 11:38:00 GMT}. */
    private static Instant written(String text, Optional<ZoneId> local) {
        if (text.endsWith("GMT")) {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        }
        var time = local.isEmpty() ? TIME : TIME.withZone(local.get());
        return Instant.from(time.parse(text.replace(' ', 'T')));
    }

    private static Instant counted(double number) {
        var seconds = number;
        while (seconds > 1e11) {
            seconds /= 1000;
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private Fields() {}
}
