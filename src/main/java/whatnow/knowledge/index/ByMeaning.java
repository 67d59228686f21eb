package whatnow.knowledge.index;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Embeddings;
import whatnow.knowledge.Found;
import whatnow.knowledge.index.SectionVectors.Written;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Filter;
import whatnow.knowledge.question.Question;

/**
 * Adds what is close in meaning to what words found. Vectors of sections are worked out behind everybody's back, so
 * a search takes what is there; and if the endpoint fails, the answer by words stands.
 */
final class ByMeaning {

    /** Enough to be fused with; what words put behind it is not moved. */
    static final int DEPTH = 50;

    private static final Logger LOG = System.getLogger(ByMeaning.class.getName());
    private static final int NEAREST = 20;
    private static final int BATCH = 64;
    private static final long TICK_MILLIS = 50;

    private final Embeddings embeddings;
    private final SectionVectors vectors;
    private final Circuit asking;
    private final Circuit learning;
    private final Map<ArticleId, Read> read = new HashMap<>();
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicInteger edition = new AtomicInteger();
    private volatile int settled;
    private volatile Optional<String> trouble = Optional.empty();
    private int batch = BATCH;

    private record Read(String sha256, List<Written> sections) {}

    /** @param nanos a clock that only goes forward */
    ByMeaning(Embeddings embeddings, int mostFloats, LongSupplier nanos) {
        this.embeddings = embeddings;
        this.vectors = new SectionVectors(mostFloats);
        this.asking = new Circuit(nanos);
        this.learning = new Circuit(nanos);
    }

    /**
     * Quotes and minus mean the words as they are. And what an incident asks is never sent away: its words may be
     * restricted, and its card must neither wait nor look different the next moment.
     */
    static boolean mayAnswer(Question question, Circumstances around) {
        var isOfAnIncident =
                !around.equals(new Circumstances(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), around.today()));
        return !isOfAnIncident
                && question.phrases().isEmpty()
                && question.without().isEmpty()
                && !words(question).isBlank();
    }

    /** @param byWords as deep as {@link #DEPTH} */
    Found join(Found byWords, Question question, Map<ArticleId, Article> articles, int most) {
        if (vectors.isEmpty() ? learning.isLeftAlone() : asking.isLeftAlone()) {
            return first(byWords, most).noting(KeptIndex.BY_WORDS_ALONE);
        }
        if (vectors.isEmpty()) {
            return first(byWords, most);
        }
        try {
            var asked = embeddings.ofQuestion(SectionText.cut(words(question), SectionText.LONGEST));
            var near = vectors.nearest(asked, it -> mayComeIn(articles.get(it), question), NEAREST);
            asking.answered();
            return new Fusion(question, articles).of(byWords, near, most);
        } catch (IOException | RuntimeException broken) {
            if (asking.failed()) {
                LOG.log(Level.WARNING, "Searches are answered by words alone. " + said(broken));
            }
            return first(byWords, most).noting(KeptIndex.BY_WORDS_ALONE);
        }
    }

    /** Returns at once; what is new is worked out behind. */
    void follow(Map<ArticleId, Article> articles) {
        var mine = edition.incrementAndGet();
        var all = Map.copyOf(articles);
        Thread.ofPlatform().daemon().name("knowledge-embeddings").start(() -> workOut(all, mine));
    }

    /** Whether all that there is room for is known. */
    boolean isInStep() {
        return settled == edition.get();
    }

    Optional<String> trouble() {
        return trouble;
    }

    void close() {
        edition.incrementAndGet();
    }

    private static String words(Question question) {
        return (question.words() + " " + String.join(" ", question.beginnings())).strip();
    }

    private static boolean mayComeIn(@Nullable Article article, Question question) {
        return article != null
                && article.frontMatter().status() != Article.Status.DEPRECATED
                && question.filters().stream()
                        .map(Filter::field)
                        .distinct()
                        .allMatch(field -> passes(article, field, question));
    }

    /** As {@link Narrowing} has it: any value of a field will do. */
    private static boolean passes(Article article, Filter.Field field, Question question) {
        var values = Particulars.of(article, field);
        return question.filters().stream()
                .filter(it -> it.field() == field)
                .map(it -> it.value().toLowerCase(Locale.ROOT))
                .anyMatch(wanted -> wanted.length() > UnknownWords.SHORTEST_BEGINNING && wanted.endsWith("*")
                        ? values.stream().anyMatch(it -> it.startsWith(wanted.substring(0, wanted.length() - 1)))
                        : values.contains(wanted));
    }

    private static String said(Exception broken) {
        return broken instanceof IOException ? String.valueOf(broken.getMessage()) : broken.toString();
    }

    private static Found first(Found found, int most) {
        return new Found(
                found.hits().subList(0, Math.min(found.hits().size(), most)),
                found.notes(),
                found.didYouMean(),
                found.facets());
    }

    /** Whoever follows something newer is let in after the batch that is on its way. */
    private void workOut(Map<ArticleId, Article> articles, int mine) {
        working.lock();
        try {
            if (edition.get() == mine) {
                vectors.follow(sections(articles));
            }
            while (edition.get() == mine) {
                var missing = vectors.missing(batch);
                if (missing.isEmpty()) {
                    settle(mine);
                    return;
                }
                if (learning.isLeftAlone()) {
                    Thread.sleep(TICK_MILLIS);
                } else {
                    learn(missing, articles);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            working.unlock();
        }
    }

    private void settle(int mine) {
        trouble = vectors.leftOut() == 0
                ? Optional.empty()
                : Optional.of("There is room for the meaning of %d sections; %d more are found by words alone."
                        .formatted(vectors.known(), vectors.leftOut()));
        settled = mine;
    }

    private List<Written> sections(Map<ArticleId, Article> articles) {
        read.keySet().retainAll(articles.keySet());
        var all = new ArrayList<Written>();
        articles.values().forEach(article -> {
            var known = read.get(article.id());
            if (known == null || !known.sha256().equals(article.sha256())) {
                known = new Read(article.sha256(), sections(article));
                read.put(article.id(), known);
            }
            all.addAll(known.sections());
        });
        return all;
    }

    private static List<Written> sections(Article article) {
        var sections = new ArrayList<Written>();
        for (var section : article.sections()) {
            var key = SectionText.key(SectionText.of(article, section));
            sections.add(new Written(article.id(), section.id(), sections.size(), key));
        }
        return List.copyOf(sections);
    }

    /** One text that the endpoint cannot take must not keep out the others: a batch that fails is halved. */
    private void learn(List<String> keys, Map<ArticleId, Article> articles) {
        try {
            var answers = embeddings.ofSections(texts(keys, articles));
            var found = new HashMap<String, float[]>();
            for (var at = 0; at < keys.size(); at++) {
                found.put(keys.get(at), answers.get(at));
            }
            vectors.put(found);
            learning.answered();
            batch = Math.min(BATCH, batch * 2);
        } catch (IOException | RuntimeException broken) {
            if (keys.size() == 1) {
                vectors.postpone(keys.getFirst());
            }
            batch = Math.max(1, keys.size() / 2);
            trouble = Optional.of("Not all sections are found by their meaning yet (%d are). %s"
                    .formatted(vectors.known(), said(broken)));
            if (learning.failed()) {
                LOG.log(Level.WARNING, "Embeddings of sections are tried again each minute. " + said(broken));
            }
        }
    }

    private List<String> texts(List<String> keys, Map<ArticleId, Article> articles) {
        var written = vectors.written(keys);
        var texts = new ArrayList<String>();
        for (var key : keys) {
            var it = Objects.requireNonNull(written.get(key));
            var article = Objects.requireNonNull(articles.get(it.article()));
            texts.add(SectionText.of(article, article.sections().get(it.place())));
        }
        return texts;
    }
}
