package whatnow.knowledge.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import whatnow.knowledge.WrittenLink;

/** Collects what an article points to, so that others can say who points to them. */
final class LinkReader extends AbstractVisitor {

    /** A page with more is a list of links, and nobody follows them. */
    private static final int MOST = 2_000;

    private final List<WrittenLink> links = new ArrayList<>();
    private String section = "";

    static List<WrittenLink> read(Node document) {
        var reader = new LinkReader();
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                reader.section = HeadingId.of(heading).value();
            }
            node.accept(reader);
        }
        return List.copyOf(reader.links);
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        add(Links.kind(link), link.getDestination(), link);
    }

    @Override
    public void visit(Image image) {
        add(WrittenLink.Kind.PICTURE, image.getDestination(), image);
    }

    private void add(WrittenLink.Kind kind, String to, Node at) {
        if (links.size() < MOST && Links.isPath(to)) {
            links.add(new WrittenLink(kind, to, section, Markdown.line(at)));
        }
    }
}
