package whatnow.knowledge.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import whatnow.knowledge.Embeddings;
import whatnow.knowledge.embedding.EmbeddingEndpoint;
import whatnow.knowledge.foreign.Foreign;

/** Measures the search of the product over a folder, beside Lucene as it comes. */
public final class Measuring {

    /** Nobody waits here: an endpoint is measured by what it finds, and its time is in the figures. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Evaluation of(Path documents, List<JudgedQuery> queries) throws IOException {
        return of(documents, queries, Embeddings.NONE);
    }

    /**
     * Also with the embeddings of an endpoint, as a third engine.
     *
     * @param model empty where the endpoint has only one
     * @param key empty for none
     */
    public static Evaluation of(Path documents, List<JudgedQuery> queries, String url, String model, String key)
            throws IOException {
        return of(documents, queries, new EmbeddingEndpoint(url, model, key, PATIENCE, PATIENCE).open());
    }

    private static Evaluation of(Path documents, List<JudgedQuery> queries, Embeddings embeddings) throws IOException {
        var folder = Foreign.read(documents);
        if (folder.articles().isEmpty()) {
            throw new IllegalArgumentException(
                    "The folder (%s) holds no Markdown that can be read. Try the folder that the questions name files of."
                            .formatted(documents));
        }
        var pages = new ArrayList<PlainEngine.Page>();
        for (var article : folder.articles()) {
            var bytes = Files.readAllBytes(documents.resolve(article.path()));
            pages.add(new PlainEngine.Page(article.path(), new String(bytes, StandardCharsets.UTF_8)));
        }
        var folders = Files.createTempDirectory("whatnow-evaluate");
        try (var ours = new OurEngine(folder.articles(), folders.resolve("ours"));
                var plain = new PlainEngine(pages, folders.resolve("plain"))) {
            if (embeddings == Embeddings.NONE) {
                return Evaluation.of(List.of(ours, plain), queries, System::nanoTime);
            }
            try (var hybrid = OurEngine.hybrid(folder.articles(), folders.resolve("hybrid"), embeddings)) {
                return Evaluation.of(List.of(ours, plain, hybrid), queries, System::nanoTime);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folders);
        }
    }

    private Measuring() {}
}
