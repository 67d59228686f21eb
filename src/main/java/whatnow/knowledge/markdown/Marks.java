package whatnow.knowledge.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** What a page shows in its own way: the sign of a heading, a link that leads nowhere, room for a wide table, a box. */
final class Marks implements NodeRenderer {

    /** Behind the words of a heading, for whoever wants to hand its address on. */
    static final class Anchor extends CustomNode {

        private final String id;

        Anchor(String id) {
            this.id = id;
        }
    }

    /** Keeps the words of a link and says that there is nothing behind them. */
    static final class Dead extends CustomNode {

        private final String to;

        Dead(String to) {
            this.to = to;
        }
    }

    /** Scrolls by itself, so that the page need not. */
    static final class Wide extends CustomBlock {}

    private final HtmlNodeRendererContext context;

    Marks(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Anchor.class, Dead.class, Wide.class, TaskListItemMarker.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Anchor anchor -> anchor(anchor);
            case TaskListItemMarker box -> box(box);
            case Dead dead ->
                around(
                        dead,
                        "span",
                        attributes("class", "dead-link", "title", "There is nothing at " + dead.to + " here."));
            default ->
                around(
                        node,
                        "div",
                        attributes("class", "wide", "role", "region", "aria-label", "Table", "tabindex", "0"));
        }
    }

    private void anchor(Anchor anchor) {
        var html = context.getWriter();
        html.tag("a", attributes("class", "anchor", "href", "#" + anchor.id, "aria-label", "Link to this heading"));
        html.text("#");
        html.tag("/a");
    }

    /** Whoever does not see the box hears what it says. */
    private void box(TaskListItemMarker box) {
        var attributes =
                attributes("type", "checkbox", "disabled", "", "aria-label", box.isChecked() ? "done" : "open");
        if (box.isChecked()) {
            attributes.put("checked", "");
        }
        context.getWriter().tag("input", attributes);
        context.getWriter().text(" ");
    }

    private void around(Node node, String tag, Map<String, String> attributes) {
        context.getWriter().tag(tag, attributes);
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        context.getWriter().tag("/" + tag);
    }

    private static Map<String, String> attributes(String... pairs) {
        var attributes = new LinkedHashMap<String, String>();
        for (var index = 0; index < pairs.length; index += 2) {
            attributes.put(pairs[index], pairs[index + 1]);
        }
        return attributes;
    }
}
