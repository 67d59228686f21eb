package whatnow.rulebook;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a caller brings along for its books: what their rules may say, and what the facts in their
 * examples mean.
 *
 * @param books names of the folders
 * @param facts makes the facts of an example; refuses, in words, what it does not know with an
 *     {@link IllegalArgumentException}
 * @param vocabulary makes the object through which rules speak, given where to put what is said
 * @param tables what is wrong with the tables that lie beside the rules, each with file and line; it is given all files
 *     by name
 */
public record RuleLanguage(
        List<String> books,
        Function<Map<String, Object>, List<Object>> facts,
        Function<Consumer<Object>, ?> vocabulary,
        Function<SortedMap<String, String>, List<String>> tables) {

    /** Of books without tables. */
    public RuleLanguage(
            List<String> books,
            Function<Map<String, Object>, List<Object>> facts,
            Function<Consumer<Object>, ?> vocabulary) {
        this(books, facts, vocabulary, _ -> List.of());
    }
}
