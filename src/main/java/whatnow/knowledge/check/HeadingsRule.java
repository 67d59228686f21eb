package whatnow.knowledge.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import whatnow.knowledge.Article;
import whatnow.knowledge.Section;
import whatnow.knowledge.markdown.HeadingId;
import whatnow.knowledge.markdown.Markdown;

/** The sections that each type of article has, and their order. */
final class HeadingsRule implements ArticleRule {

    private static final Map<Article.Type, Order> ORDERS = Map.of(
            Article.Type.RUNBOOK,
                    new Order(
                            List.of("when", "do-not", "before-you-start", "steps"),
                            List.of("verification", "rollback", "escalation"),
                            true),
            Article.Type.PROCEDURE, new Order(List.of(), List.of(), true),
            Article.Type.CHECKLIST, new Order(List.of("when"), List.of(), true),
            Article.Type.TEMPLATE, new Order(List.of("when", "message", "before-you-send"), List.of(), false),
            Article.Type.LESSON,
                    new Order(List.of("what-happened", "why", "what-to-do-instead", "how-to-check"), List.of(), true),
            Article.Type.POSTMORTEM, new Order(List.of(), List.of(), true));
    private static final List<String> PROCEDURE_HAS = List.of("when", "steps", "verification");
    private static final Map<String, String> WORDING = Map.of(
            "when", "When",
            "do-not", "Do not",
            "before-you-start", "Before you start",
            "steps", "Steps",
            "verification", "Verification",
            "rollback", "Rollback",
            "escalation", "Escalation");

    /** Sections that come first and last, and whether others may stand between. */
    private record Order(List<String> first, List<String> last, boolean mayHaveMore) {

        boolean isKeptBy(List<String> ids) {
            var fits =
                    mayHaveMore ? ids.size() >= first.size() + last.size() : ids.size() == first.size() + last.size();
            return fits
                    && ids.subList(0, first.size()).equals(first)
                    && ids.subList(ids.size() - last.size(), ids.size()).equals(last);
        }

        String words() {
            return String.join(", ", first)
                    + (mayHaveMore ? ", ..." : "")
                    + (last.isEmpty() ? "" : ", " + String.join(", ", last));
        }
    }

    @Override
    public void check(Subject subject) {
        title(subject);
        order(subject);
        wording(subject);
        ids(subject);
        prohibitions(subject);
    }

    private static void title(Subject subject) {
        var article = subject.article();
        var first = article.sections().getFirst();
        if (first.level() != 1
                || !first.heading().equals(Markdown.plain(article.title()).strip())) {
            subject.find(first.line(), "The first heading is not the title.", "# " + article.title(), "the same words");
        }
        var sentences = first.text().strip().split("(?<=[.!?])\\s+").length;
        if (first.level() == 1 && (first.text().isBlank() || sentences > 3)) {
            subject.find(first.line(), "The purpose is missing or long.", "one or two sentences", "what it is for");
        }
        article.sections().stream()
                .skip(1)
                .filter(it -> it.level() == 1)
                .forEach(it -> subject.find(it.line(), "A second heading of level 1.", "one title", "use ##"));
    }

    private static void order(Subject subject) {
        var ids = headings(subject).map(Section::id).toList();
        var order = ORDERS.get(subject.article().type());
        if (order != null && !order.isKeptBy(ids)) {
            subject.find(
                    subject.article().sections().getFirst().line(),
                    ids.isEmpty() ? "There are no sections." : "The sections are %s.".formatted(String.join(", ", ids)),
                    order.words(),
                    "this order and these ids");
        }
        if (subject.is(Article.Type.PROCEDURE)) {
            PROCEDURE_HAS.stream()
                    .filter(it -> !ids.contains(it))
                    .forEach(it -> subject.find(
                            1, "The section (%s) is missing.".formatted(it), "## ... {#%s}".formatted(it), "add it"));
        }
    }

    private static void wording(Subject subject) {
        if (!subject.is(Article.Type.RUNBOOK)) {
            return;
        }
        headings(subject)
                .filter(it -> !WORDING.getOrDefault(it.id(), it.heading()).equals(it.heading()))
                .forEach(it -> subject.find(
                        it.line(),
                        "The heading (%s) is reworded.".formatted(it.heading()),
                        WORDING.getOrDefault(it.id(), it.heading()),
                        "that"));
    }

    private static void ids(Subject subject) {
        for (var node = subject.document().getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading
                    && heading.getLevel() == 2
                    && !HeadingId.of(heading).isExplicit()) {
                subject.find(
                        Markdown.line(heading),
                        "The heading (%s) has no id."
                                .formatted(Markdown.plain(heading).strip()),
                        "an id after the words",
                        "{#%s}".formatted(HeadingId.of(heading).value()));
            }
        }
    }

    private static void prohibitions(Subject subject) {
        if (!subject.is(Article.Type.RUNBOOK)) {
            return;
        }
        for (var node = subject.document().getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && HeadingId.of(heading).value().equals("do-not")) {
                prohibitions(subject, heading);
            }
        }
    }

    private static void prohibitions(Subject subject, Heading heading) {
        if (!(heading.getNext() instanceof BulletList list)) {
            subject.find(Markdown.line(heading), "Do not is no list.", "bullets, gravest first", "- Do not ...");
            return;
        }
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            var words = Markdown.plain(item).strip();
            if (!words.startsWith("Do not ") && !words.startsWith("Never ")) {
                subject.find(
                        Markdown.line(item), "(%s) is no prohibition.".formatted(words), "Do not ...", "turn it round");
            }
        }
    }

    private static Stream<Section> headings(Subject subject) {
        return subject.article().sections().stream().filter(it -> it.level() == 2);
    }
}
