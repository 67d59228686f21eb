package whatnow.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import whatnow.knowledge.markdown.Markdown;

/** Links of an article to articles and sections that do not exist. Links to other sites are nobody's to follow here. */
public final class DeadLinks {

    /** As they are written, in the order of the article. */
    public static List<String> of(Article article, Library library) {
        var dead = new ArrayList<String>();
        Markdown.parse(article.body()).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                if (isDead(link.getDestination(), article, library)) {
                    dead.add(link.getDestination());
                }
            }
        });
        return List.copyOf(dead);
    }

    private static boolean isDead(String to, Article article, Library library) {
        if (to.startsWith("#")) {
            return article.section(to.substring(1)).isEmpty();
        }
        var hash = to.indexOf('#');
        var file = hash < 0 ? to : to.substring(0, hash);
        if (to.contains(":") || !file.endsWith(".md")) {
            return false;
        }
        var slug = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
        var other = ArticleId.isSlug(slug) ? library.find(new ArticleId(slug)) : java.util.Optional.<Article>empty();
        return other.isEmpty()
                || hash >= 0 && other.get().section(to.substring(hash + 1)).isEmpty();
    }

    private DeadLinks() {}
}
