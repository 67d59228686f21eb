package whatnow.chat.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Phrases word by word, so that finding one costs as many steps as it has words, however many there are.
 *
 * @param <V> what a phrase stands for
 */
final class Trie<V> {

    /** Words that a gap may skip; more would join what does not belong together. */
    private static final int WIDEST_GAP = 3;

    private final BinaryOperator<V> both;
    private final Node<V> root = new Node<>();
    private final Set<String> words = new HashSet<>();

    /** One place in a phrase. */
    static final class Node<V> {
        private final Map<String, Node<V>> bySpelling = new HashMap<>();
        private final Map<String, List<Node<V>>> next = new HashMap<>();
        private final Map<Character, List<Begun<V>>> byBeginning = new HashMap<>();
        private Optional<Node<V>> afterGap = Optional.empty();
        private final List<V> values = new ArrayList<>(0);

        void isPhrase(V phrase) {
            values.add(phrase);
        }
    }

    /** A word of which only the beginning is written. */
    private record Begun<V>(String beginning, Node<V> node) {}

    /**
     * @param length in tokens
     * @param skipped of them, those that stand in a gap
     */
    record Found<V>(V value, int length, int skipped) {}

    /** @param both what words stand for that are two phrases */
    Trie(BinaryOperator<V> both) {
        this.both = both;
    }

    Node<V> root() {
        return root;
    }

    /**
     * The place behind an element of a phrase; the same element gives the same place.
     *
     * @param choices each the words that may stand there; a star as last letter stands for any ending
     */
    Node<V> then(Node<V> node, String spelling, Collection<List<String>> choices) {
        var known = node.bySpelling.get(spelling);
        if (known != null) {
            return known;
        }
        var end = new Node<V>();
        node.bySpelling.put(spelling, end);
        choices.forEach(it -> join(node, it, end));
        return end;
    }

    /** The place behind up to {@value #WIDEST_GAP} words of any kind. */
    Node<V> thenAny(Node<V> node) {
        var after = node.afterGap.orElseGet(Node::new);
        node.afterGap = Optional.of(after);
        return after;
    }

    private void join(Node<V> node, List<String> choice, Node<V> end) {
        var from = node;
        for (var index = 0; index < choice.size(); index++) {
            var to = index == choice.size() - 1 ? end : new Node<V>();
            var word = choice.get(index);
            if (word.endsWith("*")) {
                from.byBeginning
                        .computeIfAbsent(word.charAt(0), _ -> new ArrayList<>())
                        .add(new Begun<>(word.substring(0, word.length() - 1), to));
            } else {
                words.add(word);
                from.next.computeIfAbsent(word, _ -> new ArrayList<>()).add(to);
            }
            from = to;
        }
    }

    /** Every whole word of every phrase. */
    Set<String> words() {
        return words;
    }

    /** The longest phrase that begins here; of two that are as long, the one that skips less. */
    Optional<Found<V>> at(List<Token> tokens, int from) {
        var best = new Best<V>();
        walk(root, tokens, from, 0, best);
        return best.values.stream().reduce(both).map(it -> new Found<>(it, best.end - from, best.skipped));
    }

    private static final class Best<V> {
        private final List<V> values = new ArrayList<>();
        private int end;
        private int skipped;

        void offer(List<V> phrases, int at, int words) {
            if (phrases.isEmpty() || at < end || at == end && words > skipped && !values.isEmpty()) {
                return;
            }
            if (at > end || words < skipped) {
                values.clear();
            }
            values.addAll(phrases);
            end = at;
            skipped = words;
        }
    }

    private void walk(Node<V> node, List<Token> tokens, int at, int skipped, Best<V> best) {
        best.offer(node.values, at, skipped);
        if (node.afterGap.isPresent()) {
            skip(node.afterGap.get(), tokens, at, skipped, best);
        }
        if (at == tokens.size()) {
            return;
        }
        var word = tokens.get(at).text();
        for (var next : node.next.getOrDefault(word, List.of())) {
            walk(next, tokens, at + 1, skipped, best);
        }
        for (var next : node.byBeginning.getOrDefault(word.charAt(0), List.of())) {
            if (word.startsWith(next.beginning())) {
                walk(next.node(), tokens, at + 1, skipped, best);
            }
        }
    }

    private void skip(Node<V> node, List<Token> tokens, int at, int skipped, Best<V> best) {
        for (var gap = 0; gap <= WIDEST_GAP && at + gap < tokens.size(); gap++) {
            walk(node, tokens, at + gap, skipped + gap, best);
            if (tokens.get(at + gap).isMark() || tokens.get(at + gap).denies()) {
                return;
            }
        }
    }
}
