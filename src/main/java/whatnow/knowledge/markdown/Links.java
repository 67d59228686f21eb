package whatnow.knowledge.markdown;

import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import whatnow.knowledge.WrittenLink;

/**
 * Where an article may lead: to another article, to a heading, to a file beside it, to a web page. Everything else loses
 * its link and keeps its words.
 */
final class Links {

    private static final Pattern HEADING = Pattern.compile("#[A-Za-z0-9_-]+");
    private static final Pattern WEB = Pattern.compile("https?://[A-Za-z0-9\\[][^\\s\\\\\"'<>`\\p{Cntrl}]*");
    private static final Pattern INSIDE = Pattern.compile("/kb/[a-z0-9-]+(#[a-z0-9-]+)?");
    private static final Pattern FILE = Pattern.compile("/kb/files/[0-9a-f]{32}");

    /** Anything with a scheme, another host or a letter that no path of ours has. */
    private static final Pattern NO_PATH =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//|.*[\\\\\\p{Cntrl}])[\\s\\S]*");

    private static final int LONGEST_SHOWN = 100;

    static boolean isExternal(String destination) {
        return WEB.matcher(destination).matches();
    }

    static boolean isSafe(String destination) {
        return HEADING.matcher(destination).matches()
                || INSIDE.matcher(destination).matches()
                || FILE.matcher(destination).matches()
                || isExternal(destination);
    }

    static boolean isFile(String source) {
        return FILE.matcher(source).matches();
    }

    /** Whether it could be a path or an id: neither an address of the web, nor a script, nor a letter to somebody. */
    static boolean isPath(String destination) {
        return !destination.isBlank() && !NO_PATH.matcher(destination).matches();
    }

    static WrittenLink.Kind kind(Link link) {
        return link instanceof WikiLink ? WrittenLink.Kind.WIKI : WrittenLink.Kind.LINK;
    }

    static void rewrite(Node document, Targets targets) {
        document.accept(new Rewriter(targets));
    }

    private static final class Rewriter extends AbstractVisitor {

        private final Targets targets;

        Rewriter(Targets targets) {
            this.targets = targets;
        }

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            if (heading.getLevel() > 1) {
                heading.appendChild(new Marks.Anchor(HeadingId.of(heading).value()));
            }
        }

        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
            if (block instanceof TableBlock) {
                var wide = new Marks.Wide();
                block.insertBefore(wide);
                wide.appendChild(block);
            }
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            var to = link.getDestination();
            if (isExternal(to)) {
                return;
            }
            if (to.startsWith("#")) {
                lead(link, "#" + HeadingId.slug(to));
            } else if (isPath(to)) {
                resolve(link, to);
            } else {
                unwrap(link);
            }
        }

        private void resolve(Link link, String to) {
            switch (targets.of(kind(link), to)) {
                case Target.Page page -> lead(link, page.address());
                case Target.Attached attached -> lead(link, attached.address());
                case Target.Nothing _ -> replace(link, new Marks.Dead(shown(to)));
            }
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            var to = image.getDestination();
            if (isPath(to) && targets.of(WrittenLink.Kind.PICTURE, to) instanceof Target.Attached attached) {
                image.setDestination(attached.address());
            } else {
                unwrap(image);
            }
        }

        /** A link of ours becomes one that the renderer knows. */
        private static void lead(Link link, String address) {
            if (link instanceof WikiLink) {
                replace(link, new Link(address, null));
            } else {
                link.setDestination(address);
            }
        }

        private static void replace(Node node, Node by) {
            for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                by.appendChild(child);
            }
            node.insertBefore(by);
            node.unlink();
        }

        private static void unwrap(Node node) {
            for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }

        private static String shown(String to) {
            return to.length() <= LONGEST_SHOWN ? to : to.substring(0, LONGEST_SHOWN) + "…";
        }
    }

    private Links() {}
}
