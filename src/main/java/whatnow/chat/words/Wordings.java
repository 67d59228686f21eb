package whatnow.chat.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that an element of a phrase stands for: {@code ~crash|die}, {@code @LIST}, {@code corrupt*}. */
final class Wordings {

    private final Forms forms = new Forms();
    private final Map<String, Set<String>> lists = new HashMap<>();

    /** Lists stand in many phrases and are taken apart once. */
    private final Map<String, List<List<String>>> known = new HashMap<>();

    void addForms(String written) {
        forms.add(words(written));
    }

    void addList(String name, String written) {
        lists.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(List.of(written.split("\\|")));
    }

    /**
     * @throws IllegalArgumentException with what was expected
     */
    List<List<String>> of(String element) {
        var all = known.get(element);
        if (all == null) {
            all = taken(element);
            known.put(element, all);
        }
        return all;
    }

    private List<List<String>> taken(String element) {
        var all = new ArrayList<List<String>>();
        for (var choice : element.split("\\|")) {
            all.addAll(choice(choice));
        }
        return List.copyOf(all);
    }

    private List<List<String>> choice(String written) {
        if (written.startsWith("@")) {
            return list(written);
        }
        var isBeginning = written.endsWith("*");
        var isAnyForm = written.startsWith("~");
        var plain = written.substring(isAnyForm ? 1 : 0, written.length() - (isBeginning ? 1 : 0));
        var words = words(plain.replace('_', ' '));
        if (words.isEmpty()) {
            throw new IllegalArgumentException("expected a word (found: %s)".formatted(written));
        }
        if (isAnyForm) {
            return forms.of(words.getFirst()).stream()
                    .map(it -> with(words, 0, it))
                    .toList();
        }
        return List.of(isBeginning ? with(words, words.size() - 1, words.getLast() + "*") : words);
    }

    private List<List<String>> list(String written) {
        var list = lists.get(written.substring(1));
        if (list == null) {
            throw new IllegalArgumentException("expected a list that stands above it, one of %s (found: %s)"
                    .formatted(lists.keySet().stream().sorted().toList(), written));
        }
        return list.stream().flatMap(it -> of(it).stream()).toList();
    }

    private static List<String> with(List<String> words, int at, String word) {
        var all = new ArrayList<>(words);
        all.set(at, word);
        return List.copyOf(all);
    }

    /** As a sentence would be cut into them. */
    private static List<String> words(String text) {
        return Token.of(text).stream().map(Token::text).toList();
    }
}
