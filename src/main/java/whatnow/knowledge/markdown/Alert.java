package whatnow.knowledge.markdown;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** A block quote that begins with {@code [!WARNING]} or one of its four sisters. */
final class Alert extends CustomBlock {

    private static final Pattern MARK = Pattern.compile("\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*");

    private final String kind;

    private Alert(String kind) {
        this.kind = kind;
    }

    /** Turns such block quotes into alerts. */
    static final class Finder extends AbstractVisitor implements PostProcessor {

        @Override
        public Node process(Node document) {
            document.accept(this);
            return document;
        }

        @Override
        public void visit(BlockQuote quote) {
            visitChildren(quote);
            if (quote.getFirstChild() instanceof Paragraph first) {
                var mark = firstLine(first);
                var matcher = MARK.matcher(mark.text());
                if (matcher.matches()) {
                    replace(quote, first, mark, matcher.group(1));
                }
            }
        }

        private static void replace(BlockQuote quote, Paragraph first, FirstLine mark, String kind) {
            mark.nodes().forEach(Node::unlink);
            if (first.getFirstChild() == null) {
                first.unlink();
            }
            var alert = new Alert(kind.toLowerCase(Locale.ROOT));
            alert.setSourceSpans(quote.getSourceSpans());
            for (var child = quote.getFirstChild(); child != null; child = quote.getFirstChild()) {
                alert.appendChild(child);
            }
            quote.insertAfter(alert);
            quote.unlink();
        }

        private static FirstLine firstLine(Paragraph paragraph) {
            var nodes = new ArrayList<Node>();
            var text = new StringBuilder();
            for (var node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof SoftLineBreak) {
                    nodes.add(node);
                    break;
                }
                if (!(node instanceof Text words) || text.length() > 40) {
                    return new FirstLine("", nodes);
                }
                text.append(words.getLiteral());
                nodes.add(node);
            }
            return new FirstLine(text.toString(), nodes);
        }

        private record FirstLine(String text, ArrayList<Node> nodes) {}
    }

    /** Shows the kind as a word, because colour alone says nothing. */
    static final class Html implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        Html(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Alert.class);
        }

        @Override
        public void render(Node node) {
            var alert = (Alert) node;
            var html = context.getWriter();
            html.line();
            html.tag("div", Map.of("class", "alert alert-" + alert.kind));
            html.tag("p", Map.of("class", "alert-title"));
            html.text(alert.kind.substring(0, 1).toUpperCase(Locale.ROOT) + alert.kind.substring(1));
            html.tag("/p");
            for (var child = alert.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.tag("/div");
            html.line();
        }
    }
}
