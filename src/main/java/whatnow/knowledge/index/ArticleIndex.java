package whatnow.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Found;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/** Finds sections by words. What was put in is found by the next question. */
public final class ArticleIndex implements AutoCloseable {

    private static final int MOST_HITS = 50;
    private static final long LONGEST_NANOS = 500_000_000;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile @Nullable Rarities rarities;

    ArticleIndex(Directory directory) throws IOException {
        var config = new IndexWriterConfig(ArticleDocument.ANALYZER).setSimilarity(Ranking.SIMILARITY);
        writer = new IndexWriter(directory, config);
        searchers = new SearcherManager(writer, null);
    }

    /** Holds no file, only heap. */
    public static ArticleIndex inMemory() {
        try {
            return new ArticleIndex(new ByteBuffersDirectory());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed.", impossible);
        }
    }

    /** Each article in the stead of its last version; those that are gone are no longer found. */
    public void put(Collection<Article> articles, Collection<ArticleId> gone) throws IOException {
        for (var article : articles) {
            writer.updateDocuments(key(article.id()), ArticleDocument.of(article));
        }
        for (var id : gone) {
            writer.deleteDocuments(key(id));
        }
        searchers.maybeRefreshBlocking();
    }

    /**
     * Best first.
     *
     * @param articles those that may be shown, by id
     * @param most cut to 50
     */
    public Found find(
            Question question,
            Circumstances around,
            Map<ArticleId, Article> articles,
            Helpfulness helpfulness,
            int most)
            throws IOException {
        if (question.isEmpty() || most < 1) {
            return Found.NOTHING;
        }
        var acquired = searchers.acquire();
        try {
            var searcher = limited(acquired);
            return new Finder(searcher, rarities(searcher.getIndexReader()), around, articles, helpfulness)
                    .find(question, Math.min(most, MOST_HITS));
        } finally {
            searchers.release(acquired);
        }
    }

    /** Titles of articles that what is being typed may lead to, best first. */
    public List<ArticleId> suggest(String typed, int most) throws IOException {
        var acquired = searchers.acquire();
        try {
            return new Suggesting(limited(acquired)).suggest(typed, Math.min(most, MOST_HITS));
        } finally {
            searchers.release(acquired);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }

    private Rarities rarities(IndexReader reader) {
        var known = rarities;
        if (known == null || !known.areOf(reader)) {
            known = new Rarities(reader);
            rarities = known;
        }
        return known;
    }

    private static Term key(ArticleId id) {
        return new Term(Fields.ID, id.slug());
    }

    /** Stops by itself: no question may hold up the others. */
    private static IndexSearcher limited(IndexSearcher acquired) {
        var searcher = new IndexSearcher(acquired.getIndexReader());
        searcher.setSimilarity(Ranking.SIMILARITY);
        var end = System.nanoTime() + LONGEST_NANOS;
        QueryTimeout isOver = () -> System.nanoTime() - end > 0;
        searcher.setTimeout(isOver);
        return searcher;
    }
}
