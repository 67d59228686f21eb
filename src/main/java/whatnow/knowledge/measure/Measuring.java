package whatnow.knowledge.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import whatnow.knowledge.foreign.Foreign;

/** Measures the search of the product over a folder, beside Lucene as it comes. */
public final class Measuring {

    public static Evaluation of(Path documents, List<JudgedQuery> queries) throws IOException {
        var folder = Foreign.read(documents);
        var pages = new ArrayList<PlainEngine.Page>();
        for (var article : folder.articles()) {
            pages.add(new PlainEngine.Page(article.path(), Files.readString(documents.resolve(article.path()))));
        }
        var folders = Files.createTempDirectory("whatnow-evaluate");
        try (var ours = new OurEngine(folder.articles(), folders.resolve("ours"));
                var plain = new PlainEngine(pages, folders.resolve("plain"))) {
            return Evaluation.of(List.of(ours, plain), queries, System::nanoTime);
        } finally {
            FileSystemUtils.deleteRecursively(folders);
        }
    }

    private Measuring() {}
}
