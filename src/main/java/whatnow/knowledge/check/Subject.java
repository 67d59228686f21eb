package whatnow.knowledge.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.DeadLinks;
import whatnow.knowledge.Finding;
import whatnow.knowledge.Finding.Kind;
import whatnow.knowledge.WrittenLink;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Markdown;
import whatnow.knowledge.markdown.Targets;

/** The article under the lamp, and what was found. */
final class Subject {

    private final Article article;
    private final Map<ArticleId, Article> all;
    private final Predicate<String> files;
    private final Targets targets;
    private final String body;
    private final Node document;
    private final List<Finding> findings = new ArrayList<>();

    Subject(Article article, Map<ArticleId, Article> all, Predicate<String> files, Targets targets) {
        this.article = article;
        this.all = all;
        this.files = files;
        this.targets = targets;
        this.body = ArticleReader.body(article.text());
        this.document = Markdown.parse(body);
    }

    Article article() {
        return article;
    }

    boolean is(Article.Type type) {
        return article.type() == type;
    }

    Optional<Article> other(ArticleId id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The text with empty lines for the front matter: line numbers are those of the file. */
    String body() {
        return body;
    }

    Node document() {
        return document;
    }

    List<FencedCodeBlock> fences() {
        var fences = new ArrayList<FencedCodeBlock>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock fence) {
                fences.add(fence);
            }
        });
        return fences;
    }

    /** Links that lead its readers nowhere. */
    List<WrittenLink> deadLinks() {
        return DeadLinks.of(article, targets, this::other);
    }

    boolean isImported() {
        return ArticleRules.isImported(article);
    }

    /** @param path below the folder of articles */
    boolean isFile(String path) {
        return files.test(path);
    }

    /** The line of a key in the front matter; the first line when it is missing. */
    int lineOf(String key) {
        return lineOf(article, key);
    }

    static int lineOf(Article article, String key) {
        var lines = article.text().lines().toList();
        for (var index = 1; index < lines.size() && !lines.get(index).startsWith("---"); index++) {
            if (lines.get(index).startsWith(key + ":")) {
                return index + 1;
            }
        }
        return 1;
    }

    void find(int line, String what, String expected, String tryThis) {
        find(Kind.SHAPE, line, what, expected, tryThis);
    }

    /** What is wrong with an imported article is to be known: it is mended where it came from. */
    void find(Kind kind, int line, String what, String expected, String tryThis) {
        findings.add(new Finding(kind, !isImported(), article.path(), line, what, expected, tryThis));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
