package whatnow.knowledge;

import java.util.Locale;

/**
 * Something about an article that somebody should mend, or know.
 *
 * @param file below the folder of articles, or of rules
 * @param line from 1
 */
public record Finding(
        Kind kind, boolean isToMend, String file, int line, String what, String expected, String tryThis) {

    /** What it is about, in the order in which people should look. */
    public enum Kind {
        BROKEN("cannot be read as meant"),
        SHAPE("not in the shape of an article"),
        DEAD_LINK("links that lead nowhere"),
        NO_ARTICLE("rules without article"),
        SAME_TITLE("titles that stand twice"),
        NO_OWNER("articles without owner"),
        OVERDUE("reviews overdue"),
        NEARLY_THE_SAME("articles that are nearly the same"),
        UNREACHED("articles that no rule cites and no search is known to have reached");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Behind a number. */
        public String words() {
            return words;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "%s:%d: %s Expected: %s. Try: %s.".formatted(file, line, what, expected, tryThis);
    }
}
