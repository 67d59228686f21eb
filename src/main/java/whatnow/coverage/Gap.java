package whatnow.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row of a plan lacks, the gravest first. */
public enum Gap {
    NO_ANSWER("neither rule nor article"),
    NO_ARTICLE("no article"),
    NO_RULE("no rule"),
    NEVER_DRILLED("never drilled"),
    DRILL_OVERDUE("drill overdue");

    private final String words;

    Gap(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As it stands in an address. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Gap> named(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }
}
