package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import whatnow.knowledge.markdown.HeadingId;
import whatnow.knowledge.markdown.Markdown;

/**
 * Markdown with the headings that begin its sections.
 *
 * @param beginsWithHeading nothing stands above the first heading
 */
record Outline(String text, boolean beginsWithHeading, List<Heading> headings) {

    private static final Pattern WRITTEN_ID = Pattern.compile("\\{#([a-z0-9-]{1,100})}$");
    private static final int LONGEST_START = 90;

    static Outline of(String markdown) {
        var first = Markdown.parse(markdown).getFirstChild();
        var headings = new ArrayList<Heading>();
        for (var node = first; node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                headings.add(heading);
            }
        }
        return new Outline(markdown, first instanceof Heading, List.copyOf(headings));
    }

    /** The same words with fewer headings: those after the first {@code most} are text. */
    Outline withAtMost(int most) {
        var lines = lines();
        headings.subList(most, headings.size()).forEach(it -> demote(lines, it));
        return new Outline(String.join("\n", lines), beginsWithHeading, headings.subList(0, most));
    }

    private static void demote(List<String> lines, Heading heading) {
        var first = Markdown.line(heading) - 1;
        var last = heading.getSourceSpans().getLast().getLineIndex();
        if (last > first) {
            lines.set(last, "");
        } else {
            lines.set(first, "\n" + escaped(words(heading)) + "\n");
        }
    }

    /**
     * The text, where a written id that another heading has already gets a number, as made ones do.
     *
     * @param others ids that are taken beside those that stand here
     */
    String withUniqueIds(Set<String> others) {
        var lines = lines();
        var ids = headings.stream().map(it -> HeadingId.of(it).value()).collect(Collectors.toSet());
        ids.addAll(others);
        var seen = new HashSet<String>();
        for (var heading : headings) {
            var line = Markdown.line(heading) - 1;
            var written = WRITTEN_ID.matcher(lines.get(line).stripTrailing());
            var id = written.find() ? written.group(1) : HeadingId.of(heading).value();
            if (!seen.add(id)) {
                var other = free(id, ids);
                ids.add(other);
                seen.add(other);
                lines.set(line, written.replaceFirst("{#" + other + "}"));
            }
        }
        return String.join("\n", lines);
    }

    private static String free(String id, Set<String> ids) {
        var start = id.substring(0, Math.min(id.length(), LONGEST_START)).replaceFirst("-+$", "");
        var number = 2;
        while (ids.contains(start + "-" + number)) {
            number++;
        }
        return start + "-" + number;
    }

    /** What a heading says, without the marks that the renderer of words leaves in. */
    static String words(Heading heading) {
        return Markdown.plain(heading).replaceAll("[`*]", "").strip();
    }

    static String escaped(String words) {
        return words.replaceAll("([\\\\`*_\\[\\]<>#{}|!~])", "\\\\$1");
    }

    private List<String> lines() {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }
}
