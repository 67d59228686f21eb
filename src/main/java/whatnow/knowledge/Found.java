package whatnow.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whatnow.knowledge.question.Filter;

/**
 * What a search found.
 *
 * @param notes what people should know about how their words were read
 * @param didYouMean the question with words that are known, where some were not
 * @param facets how many of the articles found have which value, the most common first
 */
public record Found(
        List<Hit> hits, List<String> notes, Optional<String> didYouMean, Map<Filter.Field, List<Facet>> facets) {

    public record Facet(String value, int articles) {}

    public static final Found NOTHING = new Found(List.of(), List.of(), Optional.empty(), Map.of());

    public Found {
        hits = List.copyOf(hits);
        notes = List.copyOf(notes);
        facets = Map.copyOf(facets);
    }

    public Found noting(String note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new Found(hits, all, didYouMean, facets);
    }
}
