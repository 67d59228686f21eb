package whatnow.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import whatnow.knowledge.check.ArticleRules;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Reading;
import whatnow.knowledge.markdown.Remark;

/**
 * Checks a folder of articles for everything that a machine can check, stricter than the library, which
 * shows what it can.
 */
public final class ArticleCheck {

    /**
     * Something an author should mend.
     *
     * @param file below the folder
     * @param line from 1
     */
    public record Finding(String file, int line, String what, String expected, String tryThis) {

        @Override
        public String toString() {
            return "%s:%d: %s Expected: %s. Try: %s.".formatted(file, line, what, expected, tryThis);
        }
    }

    /** In the order of files and lines; empty when all is well. */
    public static List<Finding> of(Path folder) {
        var check = new ArticleCheck();
        try {
            check.read(new FolderShelf(folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The folder (%s) cannot be read. Try one that holds articles.".formatted(folder), unreadable);
        }
        return check.findings();
    }

    private final List<Finding> findings = new ArrayList<>();
    private final TreeMap<ArticleId, Article> articles = new TreeMap<>();

    private ArticleCheck() {}

    private void read(FolderShelf shelf) throws IOException {
        for (var path : shelf.look().keySet()) {
            switch (ArticleReader.read(path, shelf.read(path))) {
                case Reading.Read(var article, var remarks) -> add(article, remarks);
                case Reading.Broken(var reason) -> add(path, reason);
            }
        }
    }

    private void add(Article article, List<Remark> remarks) {
        remarks.forEach(it -> add(article.path(), it));
        var first = articles.putIfAbsent(article.id(), article);
        if (first != null) {
            findings.add(new Finding(
                    article.path(),
                    2,
                    "The id (%s) belongs to %s already.".formatted(article.id(), first.path()),
                    "an id once",
                    "another id and file name"));
        }
    }

    private void add(String path, Remark remark) {
        findings.add(new Finding(path, remark.line(), remark.what(), remark.expected(), "mend this line"));
    }

    private List<Finding> findings() {
        articles.values().forEach(it -> findings.addAll(ArticleRules.check(it, articles)));
        findings.sort(Comparator.comparing(Finding::file).thenComparingInt(Finding::line));
        return List.copyOf(findings);
    }
}
