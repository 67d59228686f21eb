package whatnow.knowledge.index;

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

    private final KeptIndex index = KeptIndex.inMemory();
    private final Map<ArticleId, Article> articles;

    public SmallIndex(Article... articles) {
        this.articles = Stream.of(articles).collect(Collectors.toMap(Article::id, Function.identity()));
        index.follow(this.articles);
    }

    public List<Hit> search(String typed, int most) {
        return find(typed, most).hits();
    }

    public Found find(String typed, int most) {
        return find(typed, Circumstances.NONE, Helpfulness.NONE, most);
    }

    public Found find(String typed, Circumstances around, Helpfulness helpfulness, int most) {
        return index.find(Question.read(typed), around, articles, helpfulness, most);
    }

    public List<String> suggest(String typed) {
        return index.suggest(typed, articles, 8).stream().map(ArticleId::slug).toList();
    }

    /** In an incident of one service. */
    public static Circumstances of(String service) {
        return new Circumstances(Set.of(service), Set.of(), Set.of(), Set.of(), Set.of(), Optional.<LocalDate>empty());
    }
}
