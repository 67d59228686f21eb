package whatnow.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import whatnow.knowledge.Article;
import whatnow.knowledge.Hit;

/**
 * Finds sections by words. Built once from a snapshot of articles and never changed.
 *
 * <p>It holds no file and no thread, only heap. It is therefore never closed: a search that is still
 * running when the next snapshot arrives ends undisturbed, and the collector takes the rest.
 */
public final class ArticleIndex {

    private static final int MOST_HITS = 50;

    /** More of one article would hide the others, which may be the better answer. */
    private static final int MOST_PER_ARTICLE = 3;

    private final IndexSearcher searcher;

    public ArticleIndex(Collection<Article> articles) {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleDocument.ANALYZER))) {
            for (var article : articles) {
                writer.addDocuments(ArticleDocument.of(article));
            }
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed.", impossible);
        }
    }

    /** Best first; {@code most} is cut to 50. Words that say nothing give no hits. */
    public List<Hit> search(String typed, int most) {
        var words = SearchWords.read(typed);
        var wanted = Math.min(most, MOST_HITS);
        if (words.terms().isEmpty() || wanted < 1) {
            return List.of();
        }
        try {
            return hits(words, wanted);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed.", impossible);
        }
    }

    private List<Hit> hits(SearchWords words, int most) throws IOException {
        var snippet = new Snippet(words);
        var perArticle = new HashMap<String, Integer>();
        var hits = new ArrayList<Hit>();
        for (var found : searcher.search(SearchQuery.of(words), most * 10).scoreDocs) {
            if (hits.size() < most && perArticle.merge(article(found), 1, Integer::sum) <= MOST_PER_ARTICLE) {
                var document = searcher.storedFields().document(found.doc);
                hits.add(ArticleDocument.hit(document, snippet.of(document.get(ArticleDocument.TEXT)), found.score));
            }
        }
        return List.copyOf(hits);
    }

    private String article(ScoreDoc found) throws IOException {
        return searcher.storedFields()
                .document(found.doc, Set.of(ArticleDocument.ID))
                .get(ArticleDocument.ID);
    }
}
