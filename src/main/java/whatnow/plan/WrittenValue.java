package whatnow.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One word or number of a plan's file, as a value of the type that a record wants. */
final class WrittenValue {

    private static final String DURATION = "a duration such as 10s, 15m, 4h, 1d or PT15M";

    static Optional<Object> read(Class<?> type, String written) {
        if (written.isBlank()) {
            return Optional.empty();
        }
        if (type == String.class) {
            return Optional.of(written.strip());
        }
        if (type == PlanId.class) {
            return Optional.of(new PlanId(written));
        }
        if (type == Duration.class) {
            return Durations.parse(written).map(it -> it);
        }
        if (type == boolean.class) {
            return written.equals("true") || written.equals("false")
                    ? Optional.of(Boolean.valueOf(written))
                    : Optional.empty();
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(it -> PlanFormat.word(it).equals(written))
                    .findFirst()
                    .map(it -> it);
        }
        return number(type, written);
    }

    private static Optional<Object> number(Class<?> type, String written) {
        try {
            if (type == int.class || type == Integer.class) {
                return Optional.of(Integer.valueOf(written));
            }
            if (type == LocalDate.class) {
                return Optional.of(LocalDate.parse(written));
            }
            var number = Double.parseDouble(written);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", words(type));
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> DURATION;
            case "boolean" -> "true or false";
            case "int", "Integer" -> "a whole number";
            case "double" -> "a number";
            case "LocalDate" -> "a date such as 2026-11-20";
            default -> "text";
        };
    }

    static String remedy(Class<?> type, String written) {
        return type.isEnum()
                ? Nearest.orElse(written, words(type), "Take one of these words.")
                : "Write it in this form, or leave the key out if it may be missing.";
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(PlanFormat::word).toList();
    }

    /** Something of the type for a value that could not be read; it is thrown away with its record. */
    static Object dull(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "PlanId" -> new PlanId("");
            case "Duration" -> Duration.ofMinutes(1);
            case "boolean" -> false;
            case "int", "Integer" -> 1;
            case "double" -> 1.0;
            case "LocalDate" -> LocalDate.EPOCH;
            default -> "";
        };
    }

    private WrittenValue() {}
}
