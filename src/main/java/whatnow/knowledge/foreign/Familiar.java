package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * First of all, the many ways of writing one thing become one way: admonitions that Hugo writes as shortcodes
 * become those with colons, highlighted code and preformatted HTML become fenced code, and comments go.
 */
final class Familiar {

    private static final Set<String> ALERTS =
            Set.of("note", "info", "tip", "hint", "important", "warning", "caution", "danger", "alert", "callout");

    private static final Pattern OPEN = Pattern.compile("( *)\\{\\{[<%] *([a-z]+)( [^<>{}]*)?[>%]}} *");
    private static final Pattern CLOSE = Pattern.compile("( *)\\{\\{[<%] */ *([a-z]+) *[>%]}} *");
    private static final Pattern TITLE = Pattern.compile("\\btitle *= *\"([^\"]*)\"");
    private static final Pattern KIND = Pattern.compile("\\b(?:color|type|kind) *= *\"([a-z]+)\"");
    private static final Pattern HIGHLIGHT = Pattern.compile(
            "( *)\\{(?:% *highlight|\\{[<%] *highlight) +([\\w+-]++)[^{}]*+}{1,2} *|( *)\\{\\{[<%] *(mermaid) *[>%]}} *");
    private static final Pattern HIGHLIGHT_END =
            Pattern.compile("( *)\\{(?:% *endhighlight *%|\\{[<%] */ *(?:highlight|mermaid) *[>%]})} *");
    private static final Pattern PRE = Pattern.compile("(?i) *<pre(?:\\s[^>]*)?>.*");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,300}>");

    private final List<String> in;
    private final List<String> out = new ArrayList<>();
    private final int lastCommentEnd;
    private final int lastPreEnd;

    private Familiar(List<String> in) {
        this.in = in;
        this.lastCommentEnd = last(it -> it.contains("-->"));
        this.lastPreEnd = last(Familiar::endsPre);
    }

    static List<String> lines(List<String> lines) {
        var familiar = new Familiar(lines);
        familiar.read();
        return familiar.out;
    }

    private int last(Predicate<String> ends) {
        for (var index = in.size() - 1; index >= 0; index--) {
            if (ends.test(in.get(index))) {
                return index;
            }
        }
        return -1;
    }

    private static boolean endsPre(String line) {
        return line.contains("</") && line.toLowerCase(Locale.ROOT).contains("</pre>");
    }

    private void read() {
        var fence = new Fence();
        for (var index = 0; index < in.size(); index++) {
            var line = in.get(index);
            if (fence.isCode(line)) {
                out.add(line);
            } else if (line.contains("<!--") && !isQuoted(line)) {
                index = comment(index);
            } else if (index <= lastPreEnd && PRE.matcher(line).matches()) {
                index = preformatted(index);
            } else {
                var familiar = familiar(line);
                fence.isCode(familiar);
                out.add(familiar);
                if (isFence(line, familiar)) {
                    index = highlighted(index + 1);
                    fence = new Fence();
                }
            }
        }
    }

    private static boolean isFence(String line, String familiar) {
        return !line.equals(familiar) && familiar.stripLeading().startsWith("```");
    }

    private static boolean isQuoted(String line) {
        var at = line.indexOf("<!--");
        return line.substring(0, at).chars().filter(it -> it == '`').count() % 2 == 1;
    }

    /** Copies what is highlighted, up to its end, and returns the last line that was read. */
    private int highlighted(int from) {
        for (var index = from; index < in.size(); index++) {
            var end = HIGHLIGHT_END.matcher(in.get(index));
            if (end.matches()) {
                out.add(end.group(1) + "```");
                return index;
            }
            out.add(in.get(index));
        }
        return in.size() - 1;
    }

    /** Adds what stands around comments, and returns the last line that was read. A comment without end keeps its words. */
    private int comment(int from) {
        var kept = new StringBuilder();
        var index = from;
        var line = in.get(index);
        var at = 0;
        for (var open = line.indexOf("<!--"); open >= 0; open = line.indexOf("<!--", at)) {
            kept.append(line, at, open);
            at = open + 4;
            var end = line.indexOf("-->", at);
            while (end < 0 && index < lastCommentEnd) {
                line = in.get(++index);
                at = 0;
                end = line.indexOf("-->");
            }
            if (end < 0) {
                break;
            }
            at = end + 3;
        }
        out.add(kept.append(line, at, line.length()).toString().stripTrailing());
        return index;
    }

    private int preformatted(int from) {
        var lines = new ArrayList<String>();
        var index = from;
        for (; index <= lastPreEnd; index++) {
            lines.add(in.get(index));
            if (endsPre(in.get(index))) {
                break;
            }
        }
        var inside = Attributes.unescape(TAG.matcher(String.join("\n", lines)).replaceAll(""));
        var fence = inside.contains("```") ? "~~~~~" : "```";
        out.add("");
        out.add(fence);
        inside.strip().lines().forEach(out::add);
        out.add(fence);
        out.add("");
        return index;
    }

    private static String familiar(String line) {
        if (!line.contains("{")) {
            return line;
        }
        var highlight = HIGHLIGHT.matcher(line);
        if (highlight.matches()) {
            return highlight.group(2) == null
                    ? highlight.group(3) + "```mermaid"
                    : highlight.group(1) + "```" + highlight.group(2);
        }
        var open = OPEN.matcher(line);
        if (open.matches() && ALERTS.contains(open.group(2))) {
            return open.group(1) + ":::" + kind(open.group(2), open.group(3));
        }
        var close = CLOSE.matcher(line);
        return close.matches() && ALERTS.contains(close.group(2)) ? close.group(1) + ":::" : line;
    }

    private static String kind(String word, String written) {
        var arguments = written == null ? "" : written;
        var kind = KIND.matcher(arguments);
        var title = TITLE.matcher(arguments);
        return (kind.find() && ALERTS.contains(kind.group(1)) ? kind.group(1) : word)
                + (title.find() ? "[" + title.group(1).replace("]", "") + "]" : "");
    }
}
