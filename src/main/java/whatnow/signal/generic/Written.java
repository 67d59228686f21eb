package whatnow.signal.generic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import whatnow.incident.FactType;
import whatnow.signal.Refused;

/** Reads one field of a request, or refuses it with its name, what it held and what it should hold. */
final class Written {

    /** Ten years and a bit; longer is a mistake in the unit. */
    static final long MOST_SECONDS = Duration.ofDays(3660).toSeconds();

    private static final int MOST_NAME = 256;

    static Number number(String name, JsonNode node) {
        if (!node.isNumber()) {
            throw Refused.field(name, shown(node), FactType.Shape.NUMBER.words());
        }
        return node.isIntegralNumber() ? (Number) node.longValue() : (Number) node.doubleValue();
    }

    static Instant time(String name, JsonNode node) {
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

    static String name(String field, JsonNode node) {
        var text = text(field, node).strip();
        if (text.isEmpty() || text.length() > MOST_NAME) {
            throw Refused.field(field, shown(node), "a name of 1 to %d characters".formatted(MOST_NAME));
        }
        return text;
    }

    static <E extends Enum<E>> E word(String field, JsonNode node, E[] words, Function<E, String> shown) {
        var said = node.isString() ? node.stringValue().toUpperCase(Locale.ROOT) : "";
        return Arrays.stream(words)
                .filter(it -> it.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Refused.field(
                        field,
                        shown(node),
                        "one of " + Arrays.stream(words).map(shown).collect(Collectors.joining(", "))));
    }

    static void refuseOthers(String prefix, JsonNode node, Collection<String> allowed) {
        node.properties().stream()
                .map(it -> Objects.requireNonNull(it.getKey()))
                .filter(it -> !Set.copyOf(allowed).contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw Refused.field(prefix + it, shown(node.path(it)), "only " + String.join(", ", allowed));
                });
    }

    static String text(String name, JsonNode node) {
        if (!node.isString()) {
            throw Refused.field(name, shown(node), FactType.Shape.TEXT.words());
        }
        return node.stringValue();
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : node.toString();
    }

    private Written() {}
}
