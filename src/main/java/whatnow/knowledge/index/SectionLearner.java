package whatnow.knowledge.index;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Embeddings;

/**
 * Finds out behind everybody's back which way sections point, and keeps to the articles that were followed last. There is
 * one thread while something is missing and none otherwise, however often articles change and however slow the endpoint is.
 */
final class SectionLearner {

    private static final Logger LOG = System.getLogger(SectionLearner.class.getName());
    private static final int BATCH = 64;
    private static final long LOOKS_AGAIN_MILLIS = 200;

    private final Embeddings embeddings;
    private final SectionVectors vectors;
    private final Circuit circuit;

    /** What follows is for the one thread alone. */
    private final SectionKeys keys = new SectionKeys();

    private int batch = BATCH;

    /** What follows is guarded by this. */
    private Wanted wanted = new Wanted(0, Map.of());

    private boolean isInStep = true;
    private boolean isClosed;
    private @Nullable Thread worker;
    private volatile Optional<String> trouble = Optional.empty();

    private record Wanted(int edition, Map<ArticleId, Article> articles) {}

    /**
     * @param vectors written by this alone
     * @param nanos a clock that only goes forward
     */
    SectionLearner(Embeddings embeddings, SectionVectors vectors, LongSupplier nanos) {
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.circuit = new Circuit(nanos);
    }

    /** Returns at once. */
    synchronized void follow(Map<ArticleId, Article> articles) {
        wanted = new Wanted(wanted.edition() + 1, Map.copyOf(articles));
        isInStep = false;
        notifyAll();
        if (!isClosed && (worker == null || !worker.isAlive())) {
            worker = Thread.ofPlatform().daemon().name("knowledge-embeddings").unstarted(this::work);
            worker.start();
        }
    }

    /** Whether all that there is room for is known. */
    synchronized boolean isInStep() {
        return isInStep;
    }

    /** What people should know; empty when all is well. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Whether the endpoint failed so often that nobody asks it for now. */
    boolean isLeftAlone() {
        return circuit.isLeftAlone();
    }

    /** What is on its way is still waited for by its thread, and by nobody else. */
    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    private void work() {
        try {
            Wanted mine;
            do {
                mine = newest();
                learnAll(mine);
            } while (!endsAfter(mine));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void learnAll(Wanted mine) throws InterruptedException {
        vectors.follow(keys.of(mine.articles()));
        while (isNewest(mine)) {
            var missing = vectors.missing(batch);
            if (missing.isEmpty()) {
                trouble = leftOut();
                return;
            }
            if (circuit.isLeftAlone()) {
                pause();
            } else {
                learn(missing, mine.articles());
            }
        }
    }

    private synchronized Wanted newest() {
        return wanted;
    }

    private synchronized boolean isNewest(Wanted mine) {
        return !isClosed && wanted.edition() == mine.edition();
    }

    /** Whoever follows something else from now on starts another thread. */
    private synchronized boolean endsAfter(Wanted mine) {
        var isAll = isNewest(mine);
        if (isAll) {
            isInStep = true;
        }
        if (isAll || isClosed) {
            worker = null;
        }
        return isAll || isClosed;
    }

    /** Shorter when something else is wanted meanwhile. */
    private synchronized void pause() throws InterruptedException {
        wait(LOOKS_AGAIN_MILLIS);
    }

    private Optional<String> leftOut() {
        return vectors.leftOut() == 0
                ? Optional.empty()
                : Optional.of("There is room for the meaning of %d sections; %d more are found by words alone."
                        .formatted(vectors.known(), vectors.leftOut()));
    }

    /** One text that the endpoint cannot take must not keep out the others: a batch that fails is halved. */
    private void learn(List<String> keys, Map<ArticleId, Article> articles) {
        var texts = texts(keys, articles);
        try {
            var answers = embeddings.ofSections(texts);
            var found = new HashMap<String, float[]>();
            for (var at = 0; at < keys.size(); at++) {
                found.put(keys.get(at), answers.get(at));
            }
            vectors.put(found);
            circuit.answered();
            batch = Math.min(BATCH, batch * 2);
        } catch (IOException | RuntimeException failure) {
            if (keys.size() == 1) {
                vectors.postpone(keys.getFirst());
            }
            batch = Math.max(1, keys.size() / 2);
            trouble = Optional.of("Not all sections are found by their meaning yet (%d are). %s"
                    .formatted(vectors.known(), Circuit.reason(failure)));
            if (circuit.failed()) {
                LOG.log(
                        Level.WARNING,
                        "Embeddings of sections are tried again each minute. " + Circuit.reason(failure));
            }
        }
    }

    private List<String> texts(List<String> keys, Map<ArticleId, Article> articles) {
        var sections = vectors.oneOfEach(keys);
        var texts = new ArrayList<String>();
        for (var key : keys) {
            var it = Objects.requireNonNull(sections.get(key));
            var article = Objects.requireNonNull(articles.get(it.article()));
            texts.add(SectionText.of(article, article.sections().get(it.place())));
        }
        return texts;
    }
}
