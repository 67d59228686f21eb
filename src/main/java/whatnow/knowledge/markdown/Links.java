package whatnow.knowledge.markdown;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Where an article may lead: to another article, to a heading, to a web page. Everything else loses its
 * link and keeps its words.
 */
final class Links {

    private static final Pattern ARTICLE =
            Pattern.compile("(?:\\.{1,2}/){0,4}(?:[a-z0-9-]+/){0,3}([a-z0-9-]+)\\.md(#[a-z0-9-]+)?");
    private static final Pattern HEADING = Pattern.compile("#[a-z0-9-]+");
    private static final Pattern WEB = Pattern.compile("https?://[A-Za-z0-9\\[][^\\s\\\\\"'<>`\\p{Cntrl}]*");
    private static final Pattern INSIDE = Pattern.compile("/kb/[a-z0-9-]+(#[a-z0-9-]+)?");
    private static final Pattern IMAGE =
            Pattern.compile("(?:\\.{1,2}/){0,4}images/([A-Za-z0-9_-]+\\.(?:png|jpg|jpeg|gif|webp|svg))");
    private static final Pattern IMAGE_INSIDE =
            Pattern.compile("/kb/images/[A-Za-z0-9_-]+\\.(?:png|jpg|jpeg|gif|webp|svg)");

    static boolean isExternal(String destination) {
        return WEB.matcher(destination).matches();
    }

    static boolean isSafe(String destination) {
        return HEADING.matcher(destination).matches()
                || INSIDE.matcher(destination).matches()
                || isExternal(destination);
    }

    static boolean isLocalImage(String source) {
        return IMAGE_INSIDE.matcher(source).matches();
    }

    static void rewrite(Node document) {
        document.accept(new Rewriter());
    }

    private static Optional<String> page(String destination) {
        var article = ARTICLE.matcher(destination);
        if (article.matches()) {
            return Optional.of("/kb/" + article.group(1) + (article.group(2) == null ? "" : article.group(2)));
        }
        return Optional.of(destination).filter(it -> HEADING.matcher(it).matches() || isExternal(it));
    }

    private static Optional<String> image(String destination) {
        var image = IMAGE.matcher(destination);
        return image.matches() ? Optional.of("/kb/images/" + image.group(1)) : Optional.empty();
    }

    private static final class Rewriter extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            page(link.getDestination()).ifPresentOrElse(link::setDestination, () -> unwrap(link));
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            image(image.getDestination()).ifPresentOrElse(image::setDestination, () -> unwrap(image));
        }

        private static void unwrap(Node node) {
            for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }
    }

    private Links() {}
}
