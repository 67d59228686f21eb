package whatnow.knowledge.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** The id of a heading, hung below it as its last child: its {@code {#id}}, or one made from its words. */
public final class HeadingId extends CustomNode {

    private final String value;
    private final boolean explicit;

    private HeadingId(String value, boolean explicit) {
        this.value = value;
        this.explicit = explicit;
    }

    public String value() {
        return value;
    }

    public boolean isExplicit() {
        return explicit;
    }

    public static HeadingId of(Heading heading) {
        return (HeadingId) heading.getLastChild();
    }

    /** Gives every heading of a document its id. A made id that is taken gets a number; a written one never. */
    static final class Giver extends AbstractVisitor implements PostProcessor {

        private static final Pattern WRITTEN = Pattern.compile("\\{#([a-z0-9][a-z0-9-]{0,99})}");
        private static final int LONGEST = 80;

        private final Set<String> taken = new HashSet<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        @Override
        public Node process(Node document) {
            document.accept(new Giver());
            return document;
        }

        @Override
        public void visit(Heading heading) {
            if (heading.getLastChild() instanceof Text last) {
                var literal = last.getLiteral().stripTrailing();
                var brace = Math.max(literal.lastIndexOf("{#"), 0);
                var written = WRITTEN.matcher(literal.substring(brace));
                if (written.matches()) {
                    last.setLiteral(literal.substring(0, brace).stripTrailing());
                    taken.add(written.group(1));
                    heading.appendChild(new HeadingId(written.group(1), true));
                    return;
                }
            }
            heading.appendChild(new HeadingId(free(slug(Markdown.plain(heading))), false));
        }

        private String free(String wanted) {
            var candidate = wanted;
            while (!taken.add(candidate)) {
                candidate = wanted + "-" + numbers.merge(wanted, 2, (number, _) -> number + 1);
            }
            return candidate;
        }

        private static String slug(String heading) {
            var slug = heading.toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            var cut = slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("-$", "");
            return cut.isEmpty() ? "section" : cut;
        }
    }
}
