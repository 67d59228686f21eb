package whatnow.knowledge.check;

import java.nio.file.Path;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.markdown.Markdown;

/** Links lead to articles and sections that exist, by the path that an editor can follow too. */
final class LinksRule implements ArticleRule {

    @Override
    public void check(Subject subject) {
        subject.document().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                link(subject, link);
            }
        });
    }

    private static void link(Subject subject, Link link) {
        var to = link.getDestination();
        if (to.startsWith("https://") || to.startsWith("http://")) {
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
            subject.find(
                    Markdown.line(link),
                    "The link (%s) leads nowhere.".formatted(to),
                    "an article of this folder",
                    "its path");
            return;
        }
        path(subject, link, file, target.get());
        if (hash >= 0) {
            section(subject, link, target.get(), to.substring(hash + 1));
        }
    }

    private static void path(Subject subject, Link link, String file, Article target) {
        var here = Path.of("/" + subject.article().path()).getParent();
        if (here != null && !here.resolve(file).normalize().equals(Path.of("/" + target.path()))) {
            var right = here.relativize(Path.of("/" + target.path())).toString().replace('\\', '/');
            subject.find(Markdown.line(link), "The link (%s) takes another path.".formatted(file), right, "that path");
        }
    }

    private static void section(Subject subject, Link link, Article target, String id) {
        if (target.section(id).isEmpty()) {
            subject.find(
                    Markdown.line(link),
                    "The section (%s#%s) does not exist.".formatted(target.id(), id),
                    "a heading id",
                    "correct it");
        }
    }
}
