package whatnow.knowledge.foreign;

import java.util.LinkedHashSet;

/** Front matter as it is written: keys with texts and lists that any reader of YAML takes, and no more than it bears. */
final class FrontMatterText {

    private static final int MOST_VALUES = 50;
    private static final int LONGEST = 500;

    /** Well below what the reader bears, whatever letters it is written in. */
    private static final int MOST_LENGTH = 15_000;

    private final StringBuilder text = new StringBuilder("---\n");
    private boolean isCut;

    /** Whether something was too long or too much and is left out. */
    boolean isCut() {
        return isCut;
    }

    /** Something is left out by whoever writes. */
    void cut() {
        isCut = true;
    }

    /** @param value as YAML, of our own making */
    void line(String key, String value) {
        if (text.length() + value.length() < MOST_LENGTH) {
            text.append(key).append(": ").append(value).append('\n');
        } else {
            cut();
        }
    }

    void quoted(String key, String value) {
        line(key, quote(value));
    }

    void list(String key, Iterable<String> values) {
        var some = new LinkedHashSet<String>();
        values.forEach(it -> {
            if (some.size() < MOST_VALUES) {
                some.add(quote(it));
            } else {
                cut();
            }
        });
        line(key, "[" + String.join(", ", some) + "]");
    }

    String end() {
        return text.append("---\n").toString();
    }

    private String quote(String value) {
        var whole = joined(value);
        var line = shortened(whole);
        isCut |= line.length() < whole.length();
        return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Without line breaks and what cannot be printed, and not longer than a reader bears. */
    static String oneLine(String words) {
        return shortened(joined(words));
    }

    private static String joined(String words) {
        return words.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF\\p{Z}]+", " ").strip();
    }

    private static String shortened(String line) {
        return line.length() > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST / 2)).strip()
                : line;
    }
}
