package whatnow.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import whatnow.knowledge.Finding.Kind;
import whatnow.knowledge.check.ArticleRules;
import whatnow.knowledge.check.LibraryRules;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Reading;
import whatnow.knowledge.markdown.Remark;

/**
 * Checks a folder of articles for everything that a machine can check, stricter than the library, which
 * shows what it can. Articles that were imported keep their own shape.
 */
public final class ArticleCheck {

    /** A rule's word for where it is explained: {@code article#section}. */
    public record RuleCitation(String rule, String file, int line, String cites) {}

    /**
     * What the articles themselves do not tell.
     *
     * @param today reviews are overdue after
     * @param rules empty when nobody looked at rules
     * @param reached articles that a search or a decision ever showed; empty when nobody can say
     */
    public record Surroundings(LocalDate today, Optional<List<RuleCitation>> rules, Optional<Set<ArticleId>> reached) {}

    /** What must be mended, in the order of files and lines; empty when all is well. */
    public static List<Finding> of(Path folder) {
        var check = read(folder);
        check.eachByItself();
        return check.findings();
    }

    /** The same, and what only shows when the articles are seen together and in time. */
    public static List<Finding> of(Path folder, Surroundings surroundings) {
        var check = read(folder);
        check.eachByItself();
        check.findings.addAll(LibraryRules.check(check.articles, surroundings));
        return check.findings();
    }

    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private final TreeMap<ArticleId, Article> articles = new TreeMap<>();
    private Set<String> files = Set.of();

    private ArticleCheck(Path folder) {
        this.folder = folder;
    }

    private static ArticleCheck read(Path folder) {
        var check = new ArticleCheck(folder);
        try {
            check.read(new FolderShelf(folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The folder (%s) cannot be read. Try one that holds articles.".formatted(folder), unreadable);
        }
        return check;
    }

    private void read(FolderShelf shelf) throws IOException {
        for (var path : shelf.look().keySet()) {
            switch (ArticleReader.read(path, shelf.read(path))) {
                case Reading.Read(var article, var remarks) -> add(article, remarks);
                case Reading.Broken(var reason) -> add(path, reason, true);
            }
        }
        files = shelf.files();
    }

    private void add(Article article, List<Remark> remarks) {
        remarks.forEach(it -> add(article.path(), it, !ArticleRules.isImported(article)));
        var first = articles.putIfAbsent(article.id(), article);
        if (first != null) {
            findings.add(new Finding(
                    Kind.BROKEN,
                    true,
                    article.path(),
                    2,
                    "The id (%s) belongs to %s already.".formatted(article.id(), first.path()),
                    "an id once",
                    "another id and file name"));
        }
    }

    private void add(String path, Remark remark, boolean isToMend) {
        findings.add(new Finding(
                Kind.BROKEN, isToMend, path, remark.line(), remark.what(), remark.expected(), "mend this line"));
    }

    private void eachByItself() {
        var places = new Places(articles.values(), files);
        articles.values()
                .forEach(
                        it -> findings.addAll(ArticleRules.check(it, articles, this::isThere, places.from(it.path()))));
    }

    private boolean isThere(String path) {
        var root = folder.toAbsolutePath().normalize();
        var file = root.resolve(path).normalize();
        return file.startsWith(root) && Files.isRegularFile(file);
    }

    private List<Finding> findings() {
        findings.sort(Comparator.comparing(Finding::file).thenComparingInt(Finding::line));
        return List.copyOf(findings);
    }
}
