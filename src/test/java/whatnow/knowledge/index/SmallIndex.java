package whatnow.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Found;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.Hit;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/** An index of a few articles, asked as a page asks it. */
public final class SmallIndex {

    private final ArticleIndex index = ArticleIndex.inMemory();
    private final Map<ArticleId, Article> articles;

    public SmallIndex(Article... articles) {
        this.articles = Stream.of(articles).collect(Collectors.toMap(Article::id, Function.identity()));
        try {
            index.put(this.articles.values(), List.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public List<Hit> search(String typed, int most) {
        return find(typed, most).hits();
    }

    public Found find(String typed, int most) {
        return find(typed, Circumstances.NONE, Helpfulness.NONE, most);
    }

    public Found find(String typed, Circumstances around, Helpfulness helpfulness, int most) {
        try {
            return index.find(Question.read(typed), around, articles, helpfulness, most);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public List<String> suggest(String typed) {
        try {
            return index.suggest(typed, 8).stream().map(ArticleId::slug).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** In an incident of one service. */
    public static Circumstances of(String service) {
        return new Circumstances(Set.of(service), Set.of(), Set.of(), Set.of(), Set.of(), Optional.<LocalDate>empty());
    }
}
