package whatnow.rulebook;

import java.util.List;
import java.util.Map;
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
 */
public record RuleLanguage(
        List<String> books,
        Function<Map<String, Object>, List<Object>> facts,
        Function<Consumer<Object>, ?> vocabulary) {}
