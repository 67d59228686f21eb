package whatnow.knowledge.index;

import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import whatnow.knowledge.question.Filter;
import whatnow.knowledge.question.Question;
import whatnow.knowledge.words.Words;

/** Builds, piece by piece, what must hold. Lucene's own query languages never see what was typed. */
final class Narrowing {

    private static final QueryBuilder WORDS = new QueryBuilder(Words.analyzer());

    private final Question question;

    Narrowing(Question question) {
        this.question = question;
    }

    /** Which articles may be found at all. */
    Query articles() {
        var all = new BooleanQuery.Builder().add(new FieldExistsQuery(Fields.SECTIONS), Occur.FILTER);
        question.filters().stream()
                .collect(Collectors.groupingBy(Filter::field))
                .forEach((_, filters) -> {
                    var any = new BooleanQuery.Builder();
                    filters.forEach(it -> any.add(filter(it), Occur.SHOULD));
                    all.add(any.build(), Occur.FILTER);
                });
        for (var phrase : question.phrases()) {
            var anywhere = new BooleanQuery.Builder();
            add(anywhere, Fields.TITLE, phrase, Occur.SHOULD);
            add(anywhere, Fields.HEADINGS, phrase, Occur.SHOULD);
            add(anywhere, Fields.BODY, phrase, Occur.SHOULD);
            all.add(anywhere.build(), Occur.FILTER);
        }
        return all.build();
    }

    /** Which of their sections. */
    Query sections(Query words) {
        var all = new BooleanQuery.Builder().add(words, Occur.SHOULD);
        for (var phrase : question.phrases()) {
            var anywhere = new BooleanQuery.Builder();
            add(anywhere, Fields.HEADING, phrase, Occur.SHOULD);
            add(anywhere, Fields.TEXT, phrase, Occur.SHOULD);
            all.add(anywhere.build(), Occur.FILTER);
        }
        for (var word : question.without()) {
            add(all, Fields.HEADING, word, Occur.MUST_NOT);
            add(all, Fields.TEXT, word, Occur.MUST_NOT);
        }
        return all.build();
    }

    private static Query filter(Filter filter) {
        var field = Fields.FILTER + filter.field().word();
        return filter.beginning()
                .<Query>map(it -> new PrefixQuery(new Term(field, it)))
                .orElseGet(() -> new TermQuery(new Term(field, filter.value())));
    }

    private static void add(BooleanQuery.Builder query, String field, String phrase, Occur occur) {
        var words = WORDS.createPhraseQuery(field, phrase);
        if (words != null) {
            query.add(words, occur);
        }
    }
}
