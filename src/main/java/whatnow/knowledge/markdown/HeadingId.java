package whatnow.knowledge.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final String wanted;
    private final boolean explicit;

    private HeadingId(String value, String wanted, boolean explicit) {
        this.value = value;
        this.wanted = wanted;
        this.explicit = explicit;
    }

    public String value() {
        return value;
    }

    public boolean isExplicit() {
        return explicit;
    }

    /** What the author wrote. Another than the value where an earlier heading has that. */
    String wanted() {
        return wanted;
    }

    public static HeadingId of(Heading heading) {
        return (HeadingId) heading.getLastChild();
    }

    /** The id that words get. Anchors of other renderers come to the same, as they differ in punctuation only. */
    static String slug(String words) {
        var slug = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var cut = slug.substring(0, Math.min(slug.length(), Giver.LONGEST)).replaceAll("-$", "");
        return cut.isEmpty() ? "section" : cut;
    }

    /**
     * Gives every heading of a document its id. What an author wrote is given before anything is made from words, because
     * others cite it; an id that is taken gets a number.
     */
    static final class Giver extends AbstractVisitor implements PostProcessor {

        private static final Pattern WRITTEN = Pattern.compile("\\{#([a-z0-9][a-z0-9-]{0,99})}");
        private static final int LONGEST = 80;

        private final Set<String> taken = new HashSet<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Heading, String> written = new LinkedHashMap<>();
        private final List<Heading> unnamed = new ArrayList<>();

        @Override
        public Node process(Node document) {
            var giver = new Giver();
            document.accept(giver);
            giver.give();
            return document;
        }

        @Override
        public void visit(Heading heading) {
            written(heading).ifPresentOrElse(it -> written.put(heading, it), () -> unnamed.add(heading));
        }

        private void give() {
            var again = new LinkedHashMap<Heading, String>();
            written.forEach((heading, id) -> {
                if (taken.add(id)) {
                    heading.appendChild(new HeadingId(id, id, true));
                } else {
                    again.put(heading, id);
                }
            });
            again.forEach((heading, id) -> heading.appendChild(new HeadingId(free(id), id, true)));
            unnamed.forEach(it -> {
                var id = free(slug(Markdown.plain(it)));
                it.appendChild(new HeadingId(id, id, false));
            });
        }

        /** Takes the id out of the words. */
        private static Optional<String> written(Heading heading) {
            if (heading.getLastChild() instanceof Text last) {
                var literal = last.getLiteral().stripTrailing();
                var brace = Math.max(literal.lastIndexOf("{#"), 0);
                var matcher = WRITTEN.matcher(literal.substring(brace));
                if (matcher.matches()) {
                    last.setLiteral(literal.substring(0, brace).stripTrailing());
                    return Optional.of(matcher.group(1));
                }
            }
            return Optional.empty();
        }

        private String free(String wanted) {
            var candidate = wanted;
            while (!taken.add(candidate)) {
                candidate = wanted + "-" + numbers.merge(wanted, 2, (number, _) -> number + 1);
            }
            return candidate;
        }
    }
}
