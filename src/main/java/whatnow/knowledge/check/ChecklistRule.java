package whatnow.knowledge.check;

import java.util.ArrayList;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import whatnow.knowledge.Article;
import whatnow.knowledge.markdown.HeadingId;
import whatnow.knowledge.markdown.Markdown;

/** Groups of boxes to tick, none ticked beforehand. */
final class ChecklistRule implements ArticleRule {

    private static final int FEWEST_WORDS = 4;

    @Override
    public void check(Subject subject) {
        if (!subject.is(Article.Type.CHECKLIST)) {
            return;
        }
        for (var node = subject.document().getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading
                    && heading.getLevel() == 2
                    && !HeadingId.of(heading).value().equals("when")) {
                group(subject, heading);
            }
        }
    }

    private static void group(Subject subject, Heading heading) {
        var items = new ArrayList<Node>();
        for (var node = heading.getNext(); !isEnd(node); node = node.getNext()) {
            if (node instanceof ListBlock list) {
                for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                    items.add(item);
                }
            }
        }
        if (items.isEmpty()) {
            subject.find(Markdown.line(heading), "The group has no boxes.", "- [ ] text", "add one");
        }
        items.forEach(it -> item(subject, it));
    }

    private static boolean isEnd(Node node) {
        return node == null || (node instanceof Heading heading && heading.getLevel() <= 2);
    }

    private static void item(Subject subject, Node item) {
        var line = Markdown.line(item);
        if (!(item.getFirstChild() instanceof TaskListItemMarker box)) {
            subject.find(line, "The item has no box.", "- [ ] text", "add the brackets");
            return;
        }
        if (box.isChecked()) {
            subject.find(line, "The box is ticked already.", "- [ ]", "take the cross away");
        }
        if (Markdown.plain(item).strip().split("\\s+").length < FEWEST_WORDS) {
            subject.find(line, "The item does not say what proves it done.", "a result to see", "add it");
        }
    }
}
