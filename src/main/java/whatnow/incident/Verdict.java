package whatnow.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody who worked by an article says of it. */
public enum Verdict {
    HELPED,
    WRONG,
    /** What was needed stands in no article, or not in this one. */
    MISSING;

    /** As facts, forms and chats write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> named(String key) {
        return Arrays.stream(values())
                .filter(it -> it.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Verdict::key).toList();
    }
}
