package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a name is typed: in one word or several, with any mark between them, as one or as many. */
final class Spelling {

    private static final String PARTS = "[-_ ./]+";
    /** One of many, they are words for parts of anything. */
    private static final Set<String> PARTS_OF_ANYTHING = Set.of("job", "server", "host", "file", "log");

    private static final Set<String> KINDS = Set.of("service", "services", "server", "servers");

    /** Letters and digits alone. */
    static String key(String name) {
        var key = new StringBuilder(name.length());
        for (var index = 0; index < name.length(); index++) {
            if (Character.isLetterOrDigit(name.charAt(index))) {
                key.append(name.charAt(index));
            }
        }
        return key.length() == name.length() ? name : key.toString();
    }

    static String keyOfName(String name) {
        return key(name.toLowerCase(Locale.ROOT));
    }

    static int words(String name) {
        return parts(name).size();
    }

    static List<String> parts(String name) {
        return List.of(name.strip().toLowerCase(Locale.ROOT).split(PARTS));
    }

    /** {@code rules engine} and {@code rule engines} for {@code rule_engine}; {@code analysis} for {@code analysis_service}. */
    static List<String> variants(String name) {
        var words = List.of(name.split(PARTS));
        var variants = new ArrayList<String>();
        for (var index = 0; index < words.size(); index++) {
            var other = new ArrayList<>(words);
            other.set(index, otherNumber(words.get(index)));
            variants.add(String.join(" ", other));
        }
        if (words.size() > 1 && KINDS.contains(words.getLast())) {
            variants.add(String.join(" ", words.subList(0, words.size() - 1)));
        }
        variants.removeIf(PARTS_OF_ANYTHING::contains);
        return variants;
    }

    private static String otherNumber(String word) {
        if (word.length() < 3 || word.endsWith("ss") || word.endsWith("is") || word.endsWith("us")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("s")) {
            return word.substring(0, word.length() - 1);
        }
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    private Spelling() {}
}
