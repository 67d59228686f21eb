package whatnow.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that a misspelt one was probably meant to be. */
final class Nearest {

    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > SafeYaml.LONGEST_KEY) {
            return Optional.empty();
        }
        var small = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(it -> distance(small, it.toLowerCase(Locale.ROOT)) <= Math.max(2, it.length() / 3))
                .min(Comparator.<String>comparingInt(it -> distance(small, it.toLowerCase(Locale.ROOT)))
                        .thenComparing(it -> it));
    }

    /** A sentence to end a problem with. */
    static String orElse(String word, Collection<String> known, String otherwise) {
        return to(word, known).map("Did you mean (%s)?"::formatted).orElse(otherwise);
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var above = row[j];
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private Nearest() {}
}
