package whatnow.knowledge.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a search can be narrowed by: {@code type:runbook}.
 *
 * @param field one of those that articles say of themselves
 * @param value in small letters
 */
public record Filter(Field field, String value) {

    public enum Field {
        TYPE,
        CATEGORY,
        STATUS,
        OWNER,
        TAG,
        SERVICE,
        ALERT,
        SEVERITY,
        REGION,
        PLAN,
        SCENARIO,
        STRATEGY,
        REF,
        ID,
        FOLDER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Field> of(String word) {
            return Arrays.stream(values())
                    .filter(it -> it.word().equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        /** All of them, for telling people. */
        public static String words() {
            return Arrays.stream(values()).map(Field::word).collect(Collectors.joining(", "));
        }
    }

    /** What a value has to begin with, where a star at the end says so; long enough not to mean everything. */
    public Optional<String> beginning() {
        var length = value.length() - 1;
        return value.endsWith("*") && length >= Question.SHORTEST_BEGINNING
                ? Optional.of(value.substring(0, length))
                : Optional.empty();
    }

    /** @param values in small letters */
    public boolean passes(List<String> values) {
        return beginning()
                .map(it -> values.stream().anyMatch(value -> value.startsWith(it)))
                .orElseGet(() -> values.contains(value));
    }

    public Filter {
        value = value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return field.word() + ":" + (value.contains(" ") ? '"' + value + '"' : value);
    }
}
