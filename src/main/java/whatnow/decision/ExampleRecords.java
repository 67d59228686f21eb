package whatnow.decision;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.known.Belief;
import whatnow.incident.State;

/** Written fields to records. What is not written is what is dull, else nothing, zero or false. */
final class ExampleRecords {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Written beside a fact's own fields; together they are its {@link Belief}. */
    private static final List<String> BELIEF = List.of("state", "by", "disputed", "observed-at", "outside");

    private final Map<Class<? extends Record>, Map<String, Object>> dull;

    ExampleRecords(Map<Class<? extends Record>, Map<String, Object>> dull) {
        this.dull = dull;
    }

    Object make(Class<? extends Record> type, Object fields, String what) {
        var written = new LinkedHashMap<>(dull.getOrDefault(type, Map.of()));
        mapping(fields, what).forEach((key, value) -> written.put(String.valueOf(key), value));
        var components = type.getRecordComponents();
        refuseUnknown(written, components, what);
        var values =
                Arrays.stream(components).map(it -> value(it, written, what)).toArray();
        return construct(type, values);
    }

    private Object value(RecordComponent component, Map<String, Object> written, String what) {
        if (component.getType() == Belief.class) {
            return belief(written, what);
        }
        var key = key(component);
        var value = written.get(key);
        return value == null ? absent(component, what) : readAny(component.getGenericType(), value, what + "." + key);
    }

    private static Belief belief(Map<String, Object> written, String what) {
        var state = (State) scalar(State.class, text(written, "state", "true"), what + ".state");
        var by = text(written, "by", "person");
        var sources = switch (by) {
            case "person" -> List.of("anna");
            case "two-kinds" -> List.of("alertmanager", "prober-1");
            case "machine" -> List.of("alertmanager");
            default -> throw wrong(what + ".by", by, "person, two-kinds or machine");
        };
        return new Belief(
                state,
                !by.equals("machine"),
                (Boolean) scalar(boolean.class, text(written, "disputed", "false"), what + ".disputed"),
                (Instant) scalar(Instant.class, text(written, "observed-at", "0s ago"), what + ".observed-at"),
                sources,
                (Boolean) scalar(boolean.class, text(written, "outside", "false"), what + ".outside"));
    }

    private static String text(Map<String, Object> written, String key, String otherwise) {
        return String.valueOf(written.getOrDefault(key, otherwise));
    }

    private static Object absent(RecordComponent component, String what) {
        var type = component.getType();
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == String.class) {
            return "";
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == double.class) {
            return 0.0;
        }
        if (type == Duration.class) {
            return Duration.ZERO;
        }
        if (type == Instant.class) {
            return NOON;
        }
        throw new IllegalArgumentException("(%s) needs the key (%s)".formatted(what, key(component)));
    }

    private Object list(Type of, Object value, String what) {
        var entries = value instanceof Collection<?> several ? several : List.of(value);
        var read = new ArrayList<Object>();
        entries.forEach(it -> read.add(readAny(of, it, what)));
        return List.copyOf(read);
    }

    private Object readAny(Type type, Object value, String what) {
        if (type instanceof ParameterizedType generic) {
            var of = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return Optional.of(readAny(of[0], value, what));
            }
            if (generic.getRawType() == List.class) {
                return list(of[0], value, what);
            }
            return mapping(value, what);
        }
        var raw = (Class<?>) type;
        return raw.isRecord()
                ? make(raw.asSubclass(Record.class), value, what)
                : scalar(raw, String.valueOf(value), what);
    }

    private static Object scalar(Class<?> type, String written, String what) {
        if (type == String.class) {
            return written;
        }
        if (type.isEnum()) {
            return constant(type, written, what);
        }
        try {
            return switch (type.getSimpleName()) {
                case "boolean", "Boolean" -> truth(written, what);
                case "int", "Integer" -> Integer.valueOf(written);
                case "double", "Double" -> Double.valueOf(written);
                case "Duration" -> duration(written);
                case "Instant" -> instant(written);
                default -> throw wrong(what, written, "nothing: examples cannot give a " + type.getSimpleName());
            };
        } catch (NumberFormatException | DateTimeException _) {
            throw wrong(what, written, "a number, a span such as 15m, or a time such as (20m ago) or (in 2h)");
        }
    }

    private static Object constant(Class<?> type, String written, String what) {
        var name = written.replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> ((Enum<?>) it).name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> wrong(what, written, words(type)));
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> ((Enum<?>) it).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static boolean truth(String written, String what) {
        if (!written.equals("true") && !written.equals("false")) {
            throw wrong(what, written, "true or false");
        }
        return Boolean.parseBoolean(written);
    }

    /** {@code 90s}, {@code 15m}, {@code 4h}, {@code 2d}. */
    private static Duration duration(String written) {
        var upper = written.toUpperCase(Locale.ROOT);
        return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
    }

    private static Instant instant(String written) {
        if (written.endsWith(" ago")) {
            return NOON.minus(duration(written.substring(0, written.length() - " ago".length())));
        }
        return written.startsWith("in ")
                ? NOON.plus(duration(written.substring("in ".length())))
                : Instant.parse(written);
    }

    private static void refuseUnknown(Map<String, Object> written, RecordComponent[] components, String what) {
        var known = Arrays.stream(components)
                .flatMap(it -> it.getType() == Belief.class ? BELIEF.stream() : Stream.of(key(it)))
                .toList();
        written.keySet().stream().filter(it -> !known.contains(it)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException(
                    "(%s) has no key (%s); known are %s".formatted(what, it, String.join(", ", known)));
        });
    }

    /** Nothing written is a fact without fields. */
    private static Map<?, ?> mapping(Object fields, String what) {
        if (fields instanceof Map<?, ?> map) {
            return map;
        }
        if (fields instanceof String text && text.isEmpty()) {
            return Map.of();
        }
        throw wrong(what, String.valueOf(fields), "fields such as {service: freight-api}");
    }

    private static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException wrong(String what, String written, String expected) {
        return new IllegalArgumentException("(%s) is (%s); expected %s".formatted(what, written, expected));
    }

    private static Object construct(Class<? extends Record> type, Object[] values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record (%s) cannot be made from its components.".formatted(type), e);
        }
    }
}
