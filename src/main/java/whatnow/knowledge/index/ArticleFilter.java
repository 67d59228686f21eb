package whatnow.knowledge.index;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Locale;
import whatnow.knowledge.Article;
import whatnow.knowledge.question.Filter;
import whatnow.knowledge.question.Question;

/** As {@link Narrowing} has it, for articles that were not found through the index: any value of a field will do. */
record ArticleFilter(Question question) {

    boolean passes(Article article) {
        return question.filters().stream().collect(groupingBy(Filter::field)).entrySet().stream()
                .allMatch(it -> passes(Particulars.of(article, it.getKey()), it.getValue()));
    }

    private static boolean passes(List<String> values, List<Filter> any) {
        return any.stream()
                .map(it -> it.value().toLowerCase(Locale.ROOT))
                .anyMatch(wanted -> wanted.length() > UnknownWords.SHORTEST_BEGINNING && wanted.endsWith("*")
                        ? values.stream().anyMatch(it -> it.startsWith(wanted.substring(0, wanted.length() - 1)))
                        : values.contains(wanted));
    }
}
