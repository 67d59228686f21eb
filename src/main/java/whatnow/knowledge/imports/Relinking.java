package whatnow.knowledge.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import whatnow.knowledge.Article;
import whatnow.knowledge.markdown.Markdown;

/** Makes the links of one article lead to where things lie now, and leaves every other letter as it is. */
final class Relinking {

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");
    private static final String FENCE = "\n---\n";

    /** @param dead destinations that lead nowhere, as they were written */
    record Relinked(String text, List<String> dead) {}

    /**
     * Where a destination leads.
     *
     * @param name what it is called here, if it is here
     * @param isDead it, or the section in it, leads nowhere
     */
    private record Place(Optional<String> name, boolean isDead) {

        static Place of(Optional<String> name) {
            return new Place(name, name.isEmpty());
        }
    }

    private record Change(int from, int to, String by) {}

    private final Article article;
    private final Whereabouts whereabouts;
    private final String body;
    private final Map<String, Place> known = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();

    private Relinking(Article article, Whereabouts whereabouts, String body) {
        this.article = article;
        this.whereabouts = whereabouts;
        this.body = body;
    }

    static Relinked of(Article article, Whereabouts whereabouts) {
        var text = article.text();
        var start = text.indexOf(FENCE, 3) + FENCE.length();
        var relinking = new Relinking(article, whereabouts, text.substring(start));
        if (relinking.mayHaveLinks()) {
            relinking.read();
        }
        return new Relinked(text.substring(0, start) + relinking.changed(), List.copyOf(relinking.dead));
    }

    /** Parsing costs more than everything else together, and most of a large file is often without a link. */
    private boolean mayHaveLinks() {
        return body.contains("](") || body.contains("]:") || body.contains("[[");
    }

    private void read() {
        Markdown.parse(body).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                change(link, link.getDestination(), "](");
            }

            @Override
            public void visit(Image image) {
                visitChildren(image);
                change(image, image.getDestination(), "](");
            }

            @Override
            public void visit(LinkReferenceDefinition definition) {
                change(definition, definition.getDestination(), "]:");
            }
        });
    }

    private String changed() {
        var text = new StringBuilder();
        var at = 0;
        for (var change :
                changes.stream().sorted(Comparator.comparingInt(Change::from)).toList()) {
            if (change.from() >= at) {
                text.append(body, at, change.from()).append(change.by());
                at = change.to();
            }
        }
        return text.append(body, at, body.length()).toString();
    }

    private void change(Node node, String destination, String before) {
        if (destination.isBlank()
                || ELSEWHERE.matcher(destination).matches()
                || node.getSourceSpans().isEmpty()) {
            return;
        }
        var place = known.computeIfAbsent(destination, this::place);
        if (place.isDead()) {
            dead.add(destination);
        }
        place.name().filter(it -> !it.equals(destination)).ifPresent(it -> write(node, before, it));
    }

    private void write(Node node, String before, String now) {
        var spans = node.getSourceSpans();
        var from = spans.getFirst().getInputIndex();
        var to = spans.getLast().getInputIndex() + spans.getLast().getLength();
        var after = afterWords(node, from);
        var bracket = after < to ? body.indexOf(before, after, to) : -1;
        if (bracket < 0) {
            return;
        }
        var start = bracket + before.length();
        while (start < to && Character.isWhitespace(body.charAt(start))) {
            start++;
        }
        changes.add(new Change(start, end(start, to), now));
    }

    /** Brackets inside the words of a link are not its end. */
    private static int afterWords(Node node, int otherwise) {
        var last = node.getLastChild();
        if (node instanceof LinkReferenceDefinition
                || last == null
                || last.getSourceSpans().isEmpty()) {
            return otherwise;
        }
        var span = last.getSourceSpans().getLast();
        return span.getInputIndex() + span.getLength();
    }

    private int end(int start, int most) {
        if (start < most && body.charAt(start) == '<') {
            var close = body.indexOf('>', start);
            return close < 0 || close >= most ? start : close + 1;
        }
        var depth = 0;
        for (var at = start; at < most; at++) {
            var letter = body.charAt(at);
            if (letter == '\\') {
                at++;
            } else if (letter == '(') {
                depth++;
            } else if (Character.isWhitespace(letter) || (letter == ')' && depth-- == 0)) {
                return at;
            }
        }
        return most;
    }

    private Place place(String destination) {
        var hash = destination.indexOf('#');
        var anchor = hash < 0 ? "" : destination.substring(hash + 1);
        var path = (hash < 0 ? destination : destination.substring(0, hash)).replaceFirst("\\?.*", "");
        if (path.isEmpty()) {
            return anchor.isEmpty()
                    ? new Place(Optional.of("#"), false)
                    : Place.of(whereabouts.section(article, anchor).map(it -> "#" + it));
        }
        var page = whereabouts.page(article.path(), path);
        if (page.isEmpty()) {
            return Place.of(whereabouts.attachment(article.path(), path));
        }
        var file = Whereabouts.file(page.get());
        if (anchor.isEmpty()) {
            return new Place(Optional.of(file), false);
        }
        var section = whereabouts.section(page.get(), anchor);
        return new Place(section.map(it -> file + "#" + it).or(() -> Optional.of(file)), section.isEmpty());
    }
}
