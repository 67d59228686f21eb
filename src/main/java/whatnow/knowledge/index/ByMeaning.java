package whatnow.knowledge.index;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Embeddings;
import whatnow.knowledge.Found;
import whatnow.knowledge.index.SectionVectors.Near;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/**
 * Adds what is close in meaning to what words found. A search takes the vectors that are there; where the endpoint fails,
 * the answer by words stands.
 */
final class ByMeaning {

    /** So many hits of words are put in one order with what is near; {@link ArticleIndex} never gives more. */
    static final int DEPTH = 50;

    private static final Logger LOG = System.getLogger(ByMeaning.class.getName());
    private static final int NEAREST = 20;

    private final Embeddings embeddings;
    private final SectionVectors vectors;
    private final SectionLearner learner;
    private final Circuit asking;

    /** @param nanos a clock that only goes forward */
    ByMeaning(Embeddings embeddings, int mostFloats, LongSupplier nanos) {
        this.embeddings = embeddings;
        this.vectors = new SectionVectors(mostFloats);
        this.learner = new SectionLearner(embeddings, vectors, nanos);
        this.asking = new Circuit(nanos);
    }

    /**
     * Quotes and minus mean the words as they are. And what an incident asks is never sent away: its words may be
     * restricted, and its card must neither wait nor look different the next moment.
     */
    static boolean mayAnswer(Question question, Circumstances around) {
        return isOfNoIncident(around)
                && question.phrases().isEmpty()
                && question.without().isEmpty()
                && !words(question).isBlank();
    }

    /** @param byWords as deep as {@link #DEPTH} */
    Found join(Found byWords, Question question, Map<ArticleId, Article> articles, int most) {
        if (vectors.isEmpty()) {
            var found = first(byWords, most);
            return learner.isLeftAlone() ? found.noting(KeptIndex.BY_WORDS_ALONE) : found;
        }
        return nearest(question, articles)
                .map(near -> new Fusion(question, articles).of(byWords, near, most))
                .orElseGet(() -> first(byWords, most).noting(KeptIndex.BY_WORDS_ALONE));
    }

    /** Returns at once; what is new is learnt behind. */
    void follow(Map<ArticleId, Article> articles) {
        learner.follow(articles);
    }

    /** Whether all that there is room for is known. */
    boolean isInStep() {
        return learner.isInStep();
    }

    Optional<String> trouble() {
        return learner.trouble();
    }

    void close() {
        learner.close();
    }

    /** Nothing when the endpoint does not answer, or is not to be asked for now. */
    private Optional<List<Near>> nearest(Question question, Map<ArticleId, Article> articles) {
        if (asking.isLeftAlone()) {
            return Optional.empty();
        }
        var filter = new ArticleFilter(question);
        try {
            var asked = embeddings.ofQuestion(SectionText.cut(words(question), SectionText.LONGEST));
            var near = vectors.nearest(asked, it -> mayBeShown(articles.get(it), filter), NEAREST);
            asking.answered();
            return Optional.of(near);
        } catch (IOException | RuntimeException failure) {
            if (asking.failed()) {
                LOG.log(Level.WARNING, "Searches are answered by words alone. " + Circuit.reason(failure));
            }
            return Optional.empty();
        }
    }

    private static boolean isOfNoIncident(Circumstances around) {
        return around.equals(new Circumstances(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), around.today()));
    }

    private static String words(Question question) {
        return (question.words() + " " + String.join(" ", question.beginnings())).strip();
    }

    private static boolean mayBeShown(@Nullable Article article, ArticleFilter filter) {
        return article != null && article.frontMatter().status() != Article.Status.DEPRECATED && filter.passes(article);
    }

    private static Found first(Found found, int most) {
        return new Found(
                found.hits().subList(0, Math.min(found.hits().size(), most)),
                found.notes(),
                found.didYouMean(),
                found.facets());
    }
}
