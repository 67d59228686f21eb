package whatnow.knowledge.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Finding.Kind;
import whatnow.knowledge.Step;
import whatnow.knowledge.markdown.Markdown;

/**
 * Links lead to articles, sections, commands and files that exist: in our own articles by the path that an editor can follow
 * too, in imported ones in any way that leads their readers there.
 */
final class LinksRule implements ArticleRule {

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");

    @Override
    public void check(Subject subject) {
        if (subject.isImported()) {
            subject.deadLinks().forEach(it -> dead(subject, it.line(), it.to()));
        } else {
            followed(subject);
        }
        subject.article().sections().stream().flatMap(it -> it.steps().stream()).forEach(it -> checkFirst(subject, it));
    }

    private static void followed(Subject subject) {
        subject.document().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                link(subject, link, link.getDestination());
            }

            @Override
            public void visit(Image image) {
                visitChildren(image);
                image(subject, image, image.getDestination());
            }
        });
    }

    private static void link(Subject subject, Link link, String to) {
        if (to.isBlank() || to.matches("https?://.*")) {
            return;
        }
        if (to.startsWith("#")) {
            section(subject, link, subject.article(), to.substring(1));
            return;
        }
        var hash = to.indexOf('#');
        var file = hash < 0 ? to : to.substring(0, hash);
        var name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
        var target = ArticleId.isSlug(name) ? subject.other(new ArticleId(name)) : Optional.<Article>empty();
        if (target.isEmpty()) {
            file(subject, link, to, file);
            return;
        }
        path(subject, link, file, target.get());
        if (hash >= 0) {
            section(subject, link, target.get(), to.substring(hash + 1));
        }
    }

    private static void image(Subject subject, Image image, String to) {
        if (!ELSEWHERE.matcher(to).matches()) {
            file(subject, image, to, to);
        }
    }

    private static void file(Subject subject, Node node, String to, String file) {
        if (file.endsWith(".md") || !subject.isFile(beside(subject, file))) {
            dead(subject, Markdown.line(node), to);
        }
    }

    private static void dead(Subject subject, int line, String to) {
        subject.find(
                Kind.DEAD_LINK,
                line,
                "The link (%s) leads nowhere.".formatted(to),
                "an article or a file of this folder",
                "its path");
    }

    private static String beside(Subject subject, String file) {
        var path = subject.article().path();
        return path.substring(0, path.lastIndexOf('/') + 1) + file;
    }

    private static void path(Subject subject, Link link, String file, Article target) {
        var here = Path.of("/" + subject.article().path()).getParent();
        if (here != null && !here.resolve(file).normalize().equals(Path.of("/" + target.path()))) {
            var right = here.relativize(Path.of("/" + target.path())).toString().replace('\\', '/');
            subject.find(
                    Kind.DEAD_LINK,
                    Markdown.line(link),
                    "The link (%s) takes another path.".formatted(file),
                    right,
                    "that path");
        }
    }

    private static void section(Subject subject, Link link, Article target, String id) {
        if (target.section(id).isEmpty() && !hasCommand(target, id)) {
            subject.find(
                    Kind.DEAD_LINK,
                    Markdown.line(link),
                    "The section or command (%s#%s) does not exist.".formatted(target.id(), id),
                    "the id of a heading or command",
                    "correct it");
        }
    }

    private static void checkFirst(Subject subject, Step step) {
        step.checkFirst()
                .filter(it -> !hasCommand(subject.article(), it))
                .ifPresent(it -> subject.find(
                        Kind.DEAD_LINK,
                        step.line(),
                        "Step %d is to check (%s) first, which is no command here.".formatted(step.number(), it),
                        "the id of a command of this article",
                        "correct it"));
    }

    private static boolean hasCommand(Article article, String id) {
        return article.sections().stream().anyMatch(it -> it.stepOf(id).isPresent());
    }
}
