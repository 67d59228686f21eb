package whatnow.knowledge;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which articles somebody wants to see: those that have each of the wanted values.
 *
 * @param wanted in the order of the facets
 */
public record Choice(Map<Facet, String> wanted) {

    /** Categories and types in their order, then folders, weights and titles: as somebody would lay them out on a shelf. */
    private static final Comparator<Article> ORDER = Comparator.<Article, Integer>comparing(Choice::category)
            .thenComparing(Article::type)
            .thenComparing(it -> it.path().substring(0, it.path().lastIndexOf('/') + 1))
            .thenComparing(it -> it.frontMatter().weight().orElse(Integer.MAX_VALUE))
            .thenComparing(it -> it.title(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Article::id);

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
        return articles.stream().filter(this::admits).sorted(ORDER).toList();
    }

    /** The values that the articles have, most frequent first. Folders keep the order of their paths. */
    public static List<Count> counts(Facet facet, List<Article> articles) {
        var counts = new HashMap<String, Long>();
        articles.stream()
                .flatMap(it -> facet.of(it).stream().distinct())
                .forEach(it -> counts.merge(it, 1L, Long::sum));
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

    private static int category(Article article) {
        return Article.Category.of(article.frontMatter().category())
                .map(Enum::ordinal)
                .orElse(Article.Category.values().length);
    }

    /** The heading under which an article stands. */
    public static String heading(Article article) {
        return Stream.of(article.frontMatter().category())
                .filter(it -> Article.Category.of(it).isPresent())
                .map(Facet.CATEGORY::words)
                .findFirst()
                .orElse("Without a category");
    }
}
