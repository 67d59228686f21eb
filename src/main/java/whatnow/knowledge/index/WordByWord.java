package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import whatnow.knowledge.Article;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Section;
import whatnow.knowledge.markdown.Markdown;
import whatnow.knowledge.question.Question;
import whatnow.knowledge.words.Token;

/** Finds without an index, by looking for the words in every section: slow, rough, and always there. */
final class WordByWord {

    private static final int TITLE = 4;
    private static final int HEADING = 2;

    private record Match(Article article, Section section, float score) {}

    /** @param isOver once it says so, what was read until then is answered, with a note */
    static Found find(Question question, Collection<Article> articles, int most, BooleanSupplier isOver) {
        var asked = AskedTerms.of(question.words());
        var words = asked.weights().entrySet().stream()
                .filter(it -> it.getValue().kind() != Token.Kind.CONCEPT)
                .map(Map.Entry::getKey)
                .toList();
        var matches = new ArrayList<Match>();
        var isStopped = false;
        for (var article : articles) {
            if (isOver.getAsBoolean()) {
                isStopped = true;
                break;
            }
            best(article, words).ifPresent(matches::add);
        }
        var hits = matches.stream()
                .sorted(Comparator.comparingDouble((Match it) -> -it.score())
                        .thenComparing(it -> it.article().id()))
                .limit(most)
                .map(it -> hit(it, asked))
                .toList();
        var found = new Found(hits, question.notes(), Optional.empty(), Map.of());
        return isStopped ? found.noting(Finder.STOPPED) : found;
    }

    private static Optional<Match> best(Article article, List<String> words) {
        var title = (article.title() + " " + article.id()).toLowerCase(Locale.ROOT);
        var inTitle = TITLE * count(title, words);
        return article.sections().stream()
                .map(it -> new Match(article, it, inTitle + score(it, words)))
                .filter(it -> it.score() > 0)
                .max(Comparator.comparingDouble(Match::score));
    }

    private static float score(Section section, List<String> words) {
        return HEADING * count(section.heading().toLowerCase(Locale.ROOT), words)
                + count(section.text().toLowerCase(Locale.ROOT), words);
    }

    /** Without their endings words are beginnings of what is written, so that they are found in it. */
    private static int count(String text, List<String> words) {
        return (int) words.stream().filter(text::contains).count();
    }

    private static Hit hit(Match match, AskedTerms asked) {
        var article = match.article();
        var passage = Passage.of(Markdown.plain(match.section().text()), asked.weights());
        return new Hit(
                article.id(),
                article.title(),
                article.type(),
                match.section().id(),
                match.section().heading(),
                passage.text(),
                passage.marks(),
                match.score(),
                List.of());
    }

    private WordByWord() {}
}
