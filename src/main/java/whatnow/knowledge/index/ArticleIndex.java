package whatnow.knowledge.index;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
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

/** Finds sections by words. What it followed is found by the next question. */
final class ArticleIndex implements AutoCloseable {

    private static final int MOST_HITS = 50;

    /** No question may hold up the others for longer. */
    static final long LONGEST_NANOS = 500_000_000;

    /** Each word of a question is looked up in each of them; articles change far less often than they are asked. */
    private static final int FEW_SEGMENTS = 2;

    /** Of heap, while many articles are read at once: ten thousand make two segments with it. */
    private static final int MOST_MEGABYTES = 64;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile @Nullable Rarities rarities;

    ArticleIndex(Directory directory) throws IOException {
        var config = new IndexWriterConfig(ArticleDocument.ANALYZER)
                .setSimilarity(Ranking.SIMILARITY)
                .setRAMBufferSizeMB(MOST_MEGABYTES)
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(FEW_SEGMENTS));
        writer = new IndexWriter(directory, config);
        try {
            searchers = new SearcherManager(writer, null);
        } catch (IOException | RuntimeException unreadable) {
            writer.rollback();
            throw unreadable;
        }
    }

    /** Holds no file, only heap. */
    static ArticleIndex inMemory() {
        try {
            return new ArticleIndex(new ByteBuffersDirectory());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed.", impossible);
        }
    }

    /**
     * Holds after this exactly these articles, each as it is now; what was in step already costs nothing.
     * Durable when it returns, where there is a disk.
     */
    void follow(Map<ArticleId, Article> articles) throws IOException {
        var indexed = versions();
        var isChanged = false;
        for (var article : articles.values()) {
            if (!ArticleDocument.version(article).equals(indexed.get(article.id()))) {
                writer.updateDocuments(key(article.id()), ArticleDocument.of(article));
                isChanged = true;
            }
        }
        for (var id : indexed.keySet()) {
            if (!articles.containsKey(id)) {
                writer.deleteDocuments(key(id));
                isChanged = true;
            }
        }
        if (isChanged) {
            writer.commit();
            searchers.maybeRefreshBlocking();
        }
    }

    /** Which version of which article is found. */
    Map<ArticleId, String> versions() throws IOException {
        var versions = new HashMap<ArticleId, String>();
        var acquired = searchers.acquire();
        try {
            for (var leaf : acquired.getIndexReader().leaves()) {
                versions(leaf.reader(), versions);
            }
        } finally {
            searchers.release(acquired);
        }
        return versions;
    }

    private static void versions(LeafReader leaf, Map<ArticleId, String> versions) throws IOException {
        var ids = DocValues.getBinary(leaf, Fields.ARTICLE);
        var stored = DocValues.getBinary(leaf, Fields.VERSION);
        var live = leaf.getLiveDocs();
        for (var document = ids.nextDoc(); document != NO_MORE_DOCS; document = ids.nextDoc()) {
            if ((live == null || live.get(document)) && stored.advanceExact(document)) {
                versions.put(
                        new ArticleId(ids.binaryValue().utf8ToString()),
                        stored.binaryValue().utf8ToString());
            }
        }
    }

    /**
     * Best first.
     *
     * @param articles those that may be shown, by id
     * @param most cut to 50
     */
    Found find(
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
    List<ArticleId> suggest(String typed, int most) throws IOException {
        var acquired = searchers.acquire();
        try {
            return new Suggesting(limited(acquired)).suggest(typed, Math.min(most, MOST_HITS));
        } finally {
            searchers.release(acquired);
        }
    }

    @Override
    public void close() throws IOException {
        // Whatever the readers meet, the lock is given back.
        try (writer) {
            searchers.close();
        }
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
