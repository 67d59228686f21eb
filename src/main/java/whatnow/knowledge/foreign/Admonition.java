package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A box around some lines, as Docusaurus ({@code :::}) or MkDocs ({@code !!!}) begin it, and the alert that it becomes.
 *
 * @param word what kind of box it is; none of ours becomes just its lines
 */
record Admonition(String indent, String word, String title) {

    /** Every line of the box is written with its indentation, so that is bounded. */
    private static final Pattern COLONS =
            Pattern.compile("(?s)( {0,20}):{3,} *([A-Za-z][\\w-]*) *(?:\\[([^\\]]*)]|\\{[^}]*}|(.*))");

    private static final Pattern COLONS_END = Pattern.compile(" *:{3,} *");
    private static final Pattern MARKS =
            Pattern.compile("(?s)( {0,20})(?:!!!|\\?\\?\\?\\+?) *([A-Za-z][\\w-]*+)[^\"]*+(?:\"([^\"]*+)\".*)?");
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

    static Optional<Admonition> ofColons(String line) {
        var colons = COLONS.matcher(line);
        if (!line.contains(":::") || !colons.matches()) {
            return Optional.empty();
        }
        var title = colons.group(3) == null ? colons.group(4) : colons.group(3);
        return Optional.of(new Admonition(colons.group(1), colons.group(2), title == null ? "" : title.strip()));
    }

    static boolean endsColons(String line) {
        return line.contains(":::") && COLONS_END.matcher(line).matches();
    }

    static Optional<Admonition> ofMarks(String line) {
        if (!line.contains("!!!") && !line.contains("???")) {
            return Optional.empty();
        }
        var marks = MARKS.matcher(line);
        return marks.matches()
                ? Optional.of(new Admonition(
                        marks.group(1),
                        marks.group(2),
                        marks.group(3) == null ? "" : marks.group(3).strip()))
                : Optional.empty();
    }

    /** @param inside converted already */
    List<String> around(List<String> inside) {
        var kind = ALERTS.getOrDefault(word.toLowerCase(Locale.ROOT), "");
        var words = new ArrayList<String>();
        if (!title.isEmpty() && !title.equalsIgnoreCase(word) && !title.equalsIgnoreCase(kind)) {
            words.add("**" + title.replace("*", "") + "**");
            words.add("");
        }
        words.addAll(inside);
        var lines = new ArrayList<String>();
        lines.add("");
        if (!kind.isEmpty()) {
            lines.add(indent + "> [!" + kind + "]");
        }
        withoutBlankEnds(words)
                .forEach(it -> lines.add(kind.isEmpty() ? indent + it : (indent + "> " + it).stripTrailing()));
        lines.add("");
        return lines;
    }

    private static List<String> withoutBlankEnds(List<String> lines) {
        var from = 0;
        var to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (from < to && lines.get(to - 1).isBlank()) {
            to--;
        }
        return lines.subList(from, to);
    }

    /** Where the lines end that belong to it by their indentation, when it begins at {@code index}. */
    int end(List<String> lines, int index) {
        var inner = indent + "    ";
        var end = index + 1;
        for (var next = end; next < lines.size(); next++) {
            var line = lines.get(next);
            if (!line.isBlank()) {
                if (!line.startsWith(inner) && !line.startsWith("\t")) {
                    break;
                }
                end = next + 1;
            }
        }
        return end;
    }

    /** Without the indentation of the box itself and, where all lines have it, of what stands in it. */
    List<String> dedented(List<String> lines) {
        var least = lines.stream()
                .filter(it -> !it.isBlank())
                .mapToInt(it -> it.length() - it.stripLeading().length())
                .min()
                .orElse(0);
        var cut = Math.min(least, indent.length() + 4);
        return lines.stream().map(it -> it.isBlank() ? "" : it.substring(cut)).toList();
    }
}
