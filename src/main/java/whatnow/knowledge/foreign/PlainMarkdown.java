package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Markdown of other tools as the dialect that articles are written in: admonitions become alerts, what only
 * a site generator understands goes, and the words stay. Code is left as it is.
 */
final class PlainMarkdown {

    private static final int DEEPEST = 5;

    /** The parser looks at a paragraph from its start for each of its lines. */
    private static final int MOST_LINES = 500;

    private static final int MOST_ROWS = 5_000;

    private static final Pattern COLONS =
            Pattern.compile("( *):{3,} *([A-Za-z][\\w-]*) *(?:\\[([^\\]]*)]|\\{[^}]*}|(.*))");
    private static final Pattern COLONS_END = Pattern.compile(" *:{3,} *");
    private static final Pattern MARKS =
            Pattern.compile("( *)(?:!!!|\\?\\?\\?\\+?) *([A-Za-z][\\w-]*+)[^\"]*+(?:\"([^\"]*+)\".*)?");
    private static final Pattern IMPORT = Pattern.compile("import\\s[^'\"]*['\"][^'\"]+['\"];?\\s*");
    private static final Pattern EXPORT = Pattern.compile("export\\s+(?:const|let|default|function|async)\\b.*");
    private static final Pattern EMPTY_HEADING = Pattern.compile(" {0,3}#{1,6}\\s*");
    private static final Pattern HEADING_ID = Pattern.compile("( {0,3}#{1,6}\\s.*)\\{ ?#([^}]{1,200})}\\s*");

    private static final Map<String, String> ALERTS = Map.ofEntries(
            Map.entry("note", "NOTE"),
            Map.entry("info", "NOTE"),
            Map.entry("aside", "NOTE"),
            Map.entry("abstract", "NOTE"),
            Map.entry("summary", "NOTE"),
            Map.entry("example", "NOTE"),
            Map.entry("question", "NOTE"),
            Map.entry("quote", "NOTE"),
            Map.entry("seealso", "NOTE"),
            Map.entry("secondary", "NOTE"),
            Map.entry("callout", "NOTE"),
            Map.entry("tip", "TIP"),
            Map.entry("hint", "TIP"),
            Map.entry("success", "TIP"),
            Map.entry("important", "IMPORTANT"),
            Map.entry("warning", "WARNING"),
            Map.entry("attention", "WARNING"),
            Map.entry("alert", "WARNING"),
            Map.entry("caution", "CAUTION"),
            Map.entry("danger", "CAUTION"),
            Map.entry("error", "CAUTION"),
            Map.entry("failure", "CAUTION"),
            Map.entry("bug", "CAUTION"));

    private final String title;
    private final boolean isMdx;
    private final List<String> out = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();

    private PlainMarkdown(String title, boolean isMdx) {
        this.title = title;
        this.isMdx = isMdx;
    }

    /** @param title what a template would put where it asks for the title of the page */
    static String of(String body, String title, boolean isMdx) {
        var lines = Familiar.lines(List.of(body.split("\n", -1)));
        var hasImports = lines.stream().anyMatch(it -> IMPORT.matcher(it).matches());
        return String.join("\n", closed(convert(lines, title, isMdx || hasImports, 0)));
    }

    /** What went leaves gaps; more than one empty line is none of them. A paragraph of a megabyte gets some. */
    private static List<String> closed(List<String> lines) {
        var closed = new ArrayList<String>();
        var fence = new Fence();
        var together = 0;
        for (var line : lines) {
            var isCode = fence.isCode(line);
            var isGap = !isCode && line.isBlank();
            if (!isGap || (!closed.isEmpty() && !closed.getLast().isBlank())) {
                closed.add(line);
            }
            together = isCode || isGap ? 0 : together + 1;
            if (together >= (line.startsWith("|") ? MOST_ROWS : MOST_LINES)) {
                closed.add("");
                together = 0;
            }
        }
        return closed;
    }

    private static List<String> convert(List<String> lines, String title, boolean isMdx, int depth) {
        var plain = new PlainMarkdown(title, isMdx);
        plain.read(lines, depth);
        plain.flush();
        return plain.out;
    }

    private void read(List<String> lines, int depth) {
        var partners = depth < DEEPEST ? Partners.of(lines, PlainMarkdown::opens, PlainMarkdown::closes) : Map.of();
        var fence = new Fence();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (fence.isCode(line)) {
                flush();
                out.add(line);
            } else if (partners.get(index) instanceof Integer end) {
                colons(line, lines.subList(index + 1, end), depth);
                index = end;
            } else if (opens(line) || closes(line)) {
                prose.add(words(line));
            } else if (depth < DEEPEST && MARKS.matcher(line).matches()) {
                var end = indented(lines, index);
                marks(line, lines.subList(index + 1, end), depth);
                index = end - 1;
            } else if (isMdx && EXPORT.matcher(line).matches()) {
                while (index + 1 < lines.size() && !lines.get(index + 1).isBlank()) {
                    index++;
                }
            } else if (!IMPORT.matcher(line).matches()) {
                prose.add(line);
            }
        }
    }

    private static boolean opens(String line) {
        return line.stripLeading().startsWith(":::") && COLONS.matcher(line).matches();
    }

    private static boolean closes(String line) {
        return COLONS_END.matcher(line).matches();
    }

    /** An admonition without its end keeps its words. */
    private static String words(String line) {
        var colons = COLONS.matcher(line);
        if (!colons.matches()) {
            return "";
        }
        var title = colons.group(3) == null ? colons.group(4) : colons.group(3);
        return title == null ? "" : title.strip();
    }

    private void colons(String line, List<String> inside, int depth) {
        var colons = COLONS.matcher(line);
        if (colons.matches()) {
            var title = colons.group(3) == null ? colons.group(4) : colons.group(3);
            alert(colons.group(1), colons.group(2), title == null ? "" : title, inside, depth);
        }
    }

    private void marks(String line, List<String> inside, int depth) {
        var marks = MARKS.matcher(line);
        if (marks.matches()) {
            var title = marks.group(3) == null ? "" : marks.group(3);
            alert(marks.group(1), marks.group(2), title, inside, depth);
        }
    }

    private void alert(String indent, String word, String title, List<String> inside, int depth) {
        flush();
        var kind = ALERTS.get(word.toLowerCase(Locale.ROOT));
        var dedented = dedent(inside, indent.length());
        var says = title.strip();
        var start = says.isEmpty() || says.equalsIgnoreCase(word) || says.equalsIgnoreCase(kind == null ? "" : kind)
                ? List.<String>of()
                : List.of("**" + says.replace("*", "") + "**", "");
        var words = new ArrayList<>(start);
        words.addAll(convert(dedented, this.title, isMdx, depth + 1));
        while (!words.isEmpty() && words.getFirst().isBlank()) {
            words.removeFirst();
        }
        while (!words.isEmpty() && words.getLast().isBlank()) {
            words.removeLast();
        }
        out.add("");
        if (kind == null) {
            words.forEach(it -> out.add(indent + it));
        } else {
            out.add(indent + "> [!" + kind + "]");
            words.forEach(it -> out.add((indent + "> " + it).stripTrailing()));
        }
        out.add("");
    }

    /** Without the indentation of the admonition itself and, where all lines have it, of what stands in it. */
    private static List<String> dedent(List<String> lines, int outer) {
        var least = lines.stream()
                .filter(it -> !it.isBlank())
                .mapToInt(it -> it.length() - it.stripLeading().length())
                .min()
                .orElse(0);
        var cut = Math.max(least, 0);
        var atMost = Math.min(cut, outer + 4);
        return lines.stream()
                .map(it -> it.isBlank() ? "" : it.substring(atMost))
                .toList();
    }

    /** Where the lines end that belong to an admonition by their indentation. */
    private static int indented(List<String> lines, int index) {
        var outer = lines.get(index).length() - lines.get(index).stripLeading().length();
        var end = index + 1;
        for (var next = end; next < lines.size(); next++) {
            var line = lines.get(next);
            if (!line.isBlank()) {
                if (!line.startsWith(" ".repeat(outer + 4)) && !line.startsWith("\t")) {
                    break;
                }
                end = next + 1;
            }
        }
        return end;
    }

    private void flush() {
        if (prose.isEmpty()) {
            return;
        }
        var words = Inline.clean(String.join("\n", prose), title, isMdx);
        prose.clear();
        for (var line : words.split("\n", -1)) {
            if (!EMPTY_HEADING.matcher(line).matches()) {
                out.add(idOf(line));
            }
        }
    }

    /** A heading id as we write them. */
    private static String idOf(String line) {
        var heading = HEADING_ID.matcher(line);
        if (!heading.matches()) {
            return line;
        }
        var id = PathId.slug(heading.group(2));
        var words = heading.group(1).stripTrailing();
        return id.isEmpty() || id.length() > 100 ? words : words + " {#" + id + "}";
    }
}
