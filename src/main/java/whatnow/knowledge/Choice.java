package whatnow.knowledge;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which articles somebody wants to see: those that have each of the wanted values.
 *
 * @param wanted in the order of the facets
 */
public record Choice(Map<Facet, String> wanted) {

    /** Where an article stands: categories and types in their order, then folders, weights and titles. */
    private record Place(Article article, int category, String folder, int weight, String title) {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::category)
                .thenComparing(it -> it.article().type())
                .thenComparing(Place::folder)
                .thenComparingInt(Place::weight)
                .thenComparing(Place::title)
                .thenComparing(it -> it.article().id());

        static Place of(Article article) {
            var front = article.frontMatter();
            return new Place(
                    article,
                    Article.Category.of(front.category()).map(Enum::ordinal).orElse(Article.Category.values().length),
                    article.path().substring(0, article.path().lastIndexOf('/') + 1),
                    front.weight().orElse(Integer.MAX_VALUE),
                    article.title().toLowerCase(Locale.ROOT));
        }
    }

    public Choice {
        wanted = wanted.isEmpty() ? Map.of() : new EnumMap<>(wanted);
    }

    /** A value of a facet and how many articles have it. */
    public record Count(String value, long articles) {}

    public static Choice of(Map<String, String> parameters) {
        var wanted = new EnumMap<Facet, String>(Facet.class);
        for (var facet : Facet.values()) {
            Optional.ofNullable(parameters.get(facet.key()))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .ifPresent(it -> wanted.put(facet, it));
        }
        return new Choice(wanted);
    }

    public Choice with(Facet facet, String value) {
        var more = new EnumMap<Facet, String>(Facet.class);
        more.putAll(wanted);
        more.put(facet, value);
        return new Choice(more);
    }

    public Choice without(Facet facet) {
        var fewer = new EnumMap<Facet, String>(Facet.class);
        fewer.putAll(wanted);
        fewer.remove(facet);
        return new Choice(fewer);
    }

    public boolean isWanted(Facet facet) {
        return wanted.containsKey(facet);
    }

    public List<Article> from(List<Article> articles) {
        return articles.stream()
                .filter(this::admits)
                .map(Place::of)
                .sorted(Place.ORDER)
                .map(Place::article)
                .toList();
    }

    /** The values that the articles have, most frequent first. Folders keep the order of their paths. */
    public static List<Count> counts(Facet facet, List<Article> articles) {
        var counts = new HashMap<String, Long>();
        articles.forEach(it -> new HashSet<>(facet.of(it)).forEach(value -> counts.merge(value, 1L, Long::sum)));
        var order = facet == Facet.FOLDER
                ? Comparator.comparing(Count::value)
                : Comparator.comparingLong(Count::articles).reversed().thenComparing(Count::value);
        return counts.entrySet().stream()
                .map(it -> new Count(it.getKey(), it.getValue()))
                .sorted(order)
                .toList();
    }

    private boolean admits(Article article) {
        return wanted.entrySet().stream().allMatch(it -> it.getKey().of(article).contains(it.getValue()));
    }

    /** The heading under which an article stands. */
    public static String heading(Article article) {
        return Article.Category.of(article.frontMatter().category())
                .map(Article.Category::heading)
                .orElse("Without a category");
    }
}
