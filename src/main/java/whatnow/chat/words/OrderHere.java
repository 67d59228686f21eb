package whatnow.chat.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a phrase means where it may ask for something to be done: {@code stop the importer}. */
final class OrderHere {

    private static final List<Cue> BEFORE_AN_ORDER =
            List.of(Cue.LIGHT, Cue.INTERJECTION, Cue.JUST, Cue.NOT, Cue.NOWADAYS, Cue.CORRECTION, Cue.ORDER);

    /** Behind them a word is no order: {@code a patch}. */
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "our", "every", "each", "another", "your");

    private final List<Token> tokens;
    private final Phrases phrases;
    private final List<Item> items;

    /** @param items before the phrase; they become more */
    OrderHere(List<Token> tokens, Phrases phrases, List<Item> items) {
        this.tokens = tokens;
        this.phrases = phrases;
        this.items = items;
    }

    /** What asks for something does so as the first word; elsewhere the same words, or fewer of them, are another. */
    Optional<Trie.Found<Phrase>> here(int from, Trie.Found<Phrase> found) {
        var phrase = found.value();
        if (!phrase.means(Cue.ORDER) && !phrase.means(Cue.COMMAND) || isFirst()) {
            return Optional.of(found);
        }
        var less = phrase.less().map(it -> new Trie.Found<>(it, found.length(), found.skipped()));
        return less.isPresent() || found.length() == 1
                ? less
                : phrases.at(tokens.subList(0, from + found.length() - 1), from).flatMap(it -> here(from, it));
    }

    private boolean isFirst() {
        var isNoun = !items.isEmpty() && ARTICLES.contains(items.getLast().text());
        return !isNoun
                && items.reversed().stream()
                        .takeWhile(it -> !(it instanceof Item.Point) && !it.means(Cue.JOINT))
                        .allMatch(it -> BEFORE_AN_ORDER.stream().anyMatch(it::means));
    }
}
