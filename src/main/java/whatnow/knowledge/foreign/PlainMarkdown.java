package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Markdown of other tools as the dialect that articles are written in: admonitions become alerts, what only
 * a site generator understands goes, and the words stay. Code is left as it is.
 */
final class PlainMarkdown {

    private static final int DEEPEST = 5;
    private static final int LONGEST_ID = 100;

    private static final Pattern IMPORT = Pattern.compile("import\\s[^'\"]*['\"][^'\"]+['\"];?\\s*");
    private static final Pattern EXPORT = Pattern.compile("export\\s+(?:const|let|default|function|async)\\b.*");
    private static final Pattern EMPTY_HEADING = Pattern.compile(" {0,3}#{1,6}\\s*");
    private static final Pattern HEADING = Pattern.compile("(?s) {0,3}#{1,6}\\s.*");
    private static final Pattern HEADING_ID = Pattern.compile("\\{ ?#([^}]{1,200})}\\s*");

    private final String title;
    private final boolean isMdx;
    private final int depth;
    private final List<String> out = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();

    private PlainMarkdown(String title, boolean isMdx, int depth) {
        this.title = title;
        this.isMdx = isMdx;
        this.depth = depth;
    }

    /** @param title what a template would put where it asks for the title of the page */
    static String of(String body, String title, boolean isMdx) {
        var lines = Familiar.lines(List.of(body.split("\n", -1)));
        var hasImports = lines.stream().anyMatch(PlainMarkdown::isImport);
        return String.join("\n", Gaps.mended(new PlainMarkdown(title, isMdx || hasImports, 0).converted(lines)));
    }

    private List<String> converted(List<String> lines) {
        read(lines);
        flush();
        return out;
    }

    private void read(List<String> lines) {
        var partners = depth < DEEPEST
                ? Partners.of(lines, it -> Admonition.ofColons(it).isPresent(), Admonition::endsColons)
                : Map.<Integer, Integer>of();
        var fence = new Fence();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (fence.isCode(line)) {
                flush();
                out.add(line);
                continue;
            }
            var colons = Admonition.ofColons(line);
            var marks = depth < DEEPEST ? Admonition.ofMarks(line) : Optional.<Admonition>empty();
            if (colons.isPresent()) {
                index = colons(colons.get(), lines, index, partners.getOrDefault(index, index));
            } else if (Admonition.endsColons(line)) {
                prose.add("");
            } else if (marks.isPresent()) {
                var end = marks.get().end(lines, index);
                alert(marks.get(), lines.subList(index + 1, end));
                index = end - 1;
            } else if (isMdx && isExport(line)) {
                index = lastOfExport(lines, index);
            } else if (!isImport(line)) {
                prose.add(line);
            }
        }
    }

    /** Returns the last line that was read. One without its end keeps its words. */
    private int colons(Admonition colons, List<String> lines, int index, int end) {
        if (end == index) {
            prose.add(colons.title());
        } else {
            alert(colons, lines.subList(index + 1, end));
        }
        return end;
    }

    private void alert(Admonition admonition, List<String> inside) {
        flush();
        var converted = new PlainMarkdown(title, isMdx, depth + 1).converted(admonition.dedented(inside));
        out.addAll(admonition.around(converted));
    }

    private static boolean isImport(String line) {
        return line.startsWith("import") && IMPORT.matcher(line).matches();
    }

    private static boolean isExport(String line) {
        return line.startsWith("export") && EXPORT.matcher(line).matches();
    }

    private static int lastOfExport(List<String> lines, int index) {
        var last = index;
        while (last + 1 < lines.size() && !lines.get(last + 1).isBlank()) {
            last++;
        }
        return last;
    }

    private void flush() {
        if (prose.isEmpty()) {
            return;
        }
        var words = Inline.clean(String.join("\n", prose), title, isMdx);
        prose.clear();
        for (var line : words.split("\n", -1)) {
            if (!line.contains("#")) {
                out.add(line);
            } else if (!EMPTY_HEADING.matcher(line).matches()) {
                out.add(idOf(line));
            }
        }
    }

    /** A heading id as we write them. */
    private static String idOf(String line) {
        var brace = Math.max(line.lastIndexOf('{'), 0);
        var written = HEADING_ID.matcher(line.substring(brace));
        if (!written.matches() || !HEADING.matcher(line.substring(0, brace)).matches()) {
            return line;
        }
        var id = PathId.slug(written.group(1));
        var words = line.substring(0, brace).stripTrailing();
        return id.isEmpty() || id.length() > LONGEST_ID ? words : words + " {#" + id + "}";
    }
}
