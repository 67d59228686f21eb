package whatnow.chat.words;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All forms of a word: {@code crash}, {@code crashes}, {@code crashed}, {@code crashing}. Irregular ones are listed. */
final class Forms {

    private static final String VOWELS = "aeiou";

    private final Map<String, List<String>> irregular = new HashMap<>();

    /** @param forms the word itself first */
    void add(List<String> forms) {
        irregular.put(forms.getFirst(), forms);
    }

    Set<String> of(String word) {
        return irregular.containsKey(word)
                ? new LinkedHashSet<>(irregular.get(word))
                : new LinkedHashSet<>(List.of(word, plural(word), past(word), present(word)));
    }

    private static String plural(String word) {
        if (endsInConsonantAndY(word)) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        var hisses = List.of("s", "x", "z", "ch", "sh").stream().anyMatch(word::endsWith);
        return word + (hisses ? "es" : "s");
    }

    private static String past(String word) {
        if (endsInConsonantAndY(word)) {
            return word.substring(0, word.length() - 1) + "ied";
        }
        return word.endsWith("e") ? word + "d" : doubled(word) + "ed";
    }

    private static String present(String word) {
        var isMute = word.endsWith("e") && !word.endsWith("ee");
        return (isMute ? word.substring(0, word.length() - 1) : doubled(word)) + "ing";
    }

    private static boolean endsInConsonantAndY(String word) {
        return word.endsWith("y") && word.length() > 1 && !isVowel(word, word.length() - 2);
    }

    /** {@code stop}, {@code stopped}: one syllable that ends in one vowel and one consonant. */
    private static String doubled(String word) {
        var last = word.length() - 1;
        var isShort = last >= 2
                && !isVowel(word, last)
                && "wxy".indexOf(word.charAt(last)) < 0
                && isVowel(word, last - 1)
                && !isVowel(word, last - 2)
                && word.chars().filter(it -> VOWELS.indexOf(it) >= 0).count() == 1;
        return isShort ? word + word.charAt(last) : word;
    }

    private static boolean isVowel(String word, int index) {
        return VOWELS.indexOf(word.charAt(index)) >= 0;
    }
}
