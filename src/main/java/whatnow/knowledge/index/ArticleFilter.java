package whatnow.knowledge.index;

import static java.util.stream.Collectors.groupingBy;

import whatnow.knowledge.Article;
import whatnow.knowledge.Particulars;
import whatnow.knowledge.question.Filter;
import whatnow.knowledge.question.Question;

/** As {@link Narrowing} has it, for articles that were not found through the index: any value of a field will do. */
record ArticleFilter(Question question) {

    boolean passes(Article article) {
        return question.filters().stream().collect(groupingBy(Filter::field)).entrySet().stream()
                .allMatch(any -> {
                    var values = Particulars.of(article, any.getKey());
                    return any.getValue().stream().anyMatch(it -> it.passes(values));
                });
    }
}
