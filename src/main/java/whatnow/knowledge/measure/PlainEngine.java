package whatnow.knowledge.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What one gets from Lucene without thinking: whole documents, one field, everything as it comes. */
public final class PlainEngine implements Engine, AutoCloseable {

    private static final String PATH = "path";
    private static final String TEXT = "text";

    /** @param text the file as it is */
    public record Page(String path, String text) {}

    private final Analyzer analyzer = new StandardAnalyzer();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param folder to keep the index in */
    public PlainEngine(Collection<Page> pages, Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var page : pages) {
                var document = new Document();
                document.add(new StringField(PATH, page.path(), Store.YES));
                document.add(new TextField(TEXT, page.text(), Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    @Override
    public String name() {
        return "plain Lucene";
    }

    @Override
    public List<String> find(String question) throws IOException {
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
        var paths = new ArrayList<String>();
        if (query != null) {
            for (var it : searcher.search(query, DEPTH).scoreDocs) {
                paths.add(searcher.storedFields().document(it.doc, Set.of(PATH)).get(PATH));
            }
        }
        return paths;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
