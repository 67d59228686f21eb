package whatnow.knowledge.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import whatnow.knowledge.foreign.Foreign;

/** Measures the search of the product over a folder, beside Lucene as it comes. */
public final class Measuring {

    public static Evaluation of(Path documents, List<JudgedQuery> queries) throws IOException {
        var folder = Foreign.read(documents);
        var pages = new ArrayList<PlainEngine.Page>();
        for (var article : folder.articles()) {
            pages.add(new PlainEngine.Page(article.path(), Files.readString(documents.resolve(article.path()))));
        }
        return Evaluation.of(
                List.of(new OurEngine(folder.articles()), new PlainEngine(pages)), queries, System::nanoTime);
    }

    private Measuring() {}
}
