package whatnow.knowledge.foreign;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says in Markdown what HTML between the lines of a file says. Tags that it does not know stay: {@code
 * <node-name>} is a place-holder, not a tag.
 */
final class Html {

    private static final int LONGEST_TAG = 1_000;

    private static final Set<String> KNOWN = Set.of(
            "a",
            "abbr",
            "article",
            "aside",
            "b",
            "big",
            "blockquote",
            "br",
            "caption",
            "center",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "details",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "font",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "i",
            "iframe",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "nav",
            "nobr",
            "noscript",
            "ol",
            "p",
            "picture",
            "pre",
            "samp",
            "script",
            "section",
            "small",
            "span",
            "strike",
            "strong",
            "style",
            "sub",
            "summary",
            "sup",
            "svg",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "tt",
            "ul",
            "video",
            "wbr");

    /** Tags whose names people also use for place-holders: known only with an attribute. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "address",
            "audio",
            "base",
            "body",
            "button",
            "data",
            "embed",
            "head",
            "html",
            "input",
            "label",
            "link",
            "main",
            "map",
            "meta",
            "object",
            "option",
            "param",
            "q",
            "s",
            "select",
            "source",
            "template",
            "textarea",
            "time",
            "title",
            "u",
            "var",
            "path",
            "g",
            "rect");

    private static final Pattern NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9_.-]*)(?=[\\s/>])");
    private static final Pattern HREF = attribute("href");
    private static final Pattern SRC = attribute("src");
    private static final Pattern ALT = attribute("alt");

    private final StringBuilder out;
    private final boolean isMdx;
    private final Deque<String> links = new ArrayDeque<>();
    private final Deque<Boolean> lists = new ArrayDeque<>();
    private final Map<String, Integer> open = new HashMap<>();
    private String silentUntil = "";
    private int tables;
    private int lookedAt;
    private int lineStart;

    Html(StringBuilder out, boolean isMdx) {
        this.out = out;
        this.isMdx = isMdx;
    }

    private static Pattern attribute(String name) {
        return Pattern.compile("(?i)\\b" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    }

    static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    void add(char letter) {
        if (!silentUntil.isEmpty()) {
            return;
        }
        if (tables > 0 && Character.isWhitespace(letter)) {
            space();
        } else {
            out.append(letter);
        }
    }

    void add(String words) {
        words.chars().forEach(it -> add((char) it));
    }

    /** Takes the tag that begins here. Returns where it ends, or where it begins if it is none. */
    int tag(String in, int at) {
        var name = NAME.matcher(in).region(at, Math.min(in.length(), at + 100));
        if (!name.lookingAt()) {
            return at;
        }
        var end = end(in, name.end());
        if (end < 0) {
            return at;
        }
        var isClosing = in.charAt(at + 1) == '/';
        var attributes = in.substring(name.end(), end);
        if (!isTag(name.group(1), attributes, isClosing, in, at)) {
            return at;
        }
        var tag = name.group(1).toLowerCase(Locale.ROOT);
        if (!silentUntil.isEmpty()) {
            silentUntil = isClosing && tag.equals(silentUntil) ? "" : silentUntil;
        } else if (isClosing) {
            close(tag);
        } else {
            open(tag, attributes);
        }
        return end + 1;
    }

    String end() {
        while (!links.isEmpty()) {
            closeLink();
        }
        return out.toString();
    }

    private static int end(String in, int from) {
        var quote = '\0';
        for (var at = from; at < Math.min(in.length(), from + LONGEST_TAG); at++) {
            var letter = in.charAt(at);
            if (quote != '\0') {
                quote = letter == quote ? '\0' : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                return at;
            } else if (letter == '<' || letter == '\n' && at + 1 < in.length() && in.charAt(at + 1) == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private boolean isTag(String name, String attributes, boolean isClosing, String in, int at) {
        var small = name.toLowerCase(Locale.ROOT);
        if (Character.isUpperCase(name.charAt(0)) && !KNOWN.contains(small)) {
            return isMdx;
        }
        if (isIndentedCode(in, at)) {
            return false;
        }
        if (KNOWN.contains(small)) {
            return true;
        }
        if (!AMBIGUOUS.contains(small)) {
            return false;
        }
        var isOpen = open.getOrDefault(small, 0) > 0;
        if (!isClosing && attributes.contains("=")) {
            open.merge(small, 1, Integer::sum);
            return true;
        }
        return isClosing && isOpen;
    }

    /** Four spaces make code, but not inside a list or a table of tags. */
    private boolean isIndentedCode(String in, int at) {
        if (tables > 0 || !lists.isEmpty()) {
            return false;
        }
        for (; lookedAt < at; lookedAt++) {
            if (in.charAt(lookedAt) == '\n') {
                lineStart = lookedAt + 1;
            }
        }
        return in.startsWith("    ", lineStart) || in.startsWith("\t", lineStart);
    }

    private void open(String tag, String attributes) {
        switch (tag) {
            case "a" -> openLink(attributes);
            case "img" -> image(attributes);
            case "code", "tt", "kbd", "samp" -> out.append('`');
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                paragraph();
                out.append("#".repeat(tag.charAt(1) - '0')).append(' ');
            }
            case "summary" -> {
                paragraph();
                out.append("**");
            }
            case "table" -> {
                paragraph();
                tables++;
            }
            case "tr" -> row();
            case "ul", "ol" -> lists.push(tag.equals("ol"));
            case "li" -> item();
            case "script", "style", "svg" -> silentUntil = attributes.endsWith("/") ? "" : tag;
            case "hr" -> {
                paragraph();
                out.append("---\n\n");
            }
            case "br", "wbr", "p", "div", "td", "th", "dt", "dd" -> space();
            default -> {
                // says nothing in words
            }
        }
    }

    private void close(String tag) {
        switch (tag) {
            case "a" -> closeLink();
            case "code", "tt", "kbd", "samp" -> out.append('`');
            case "h1", "h2", "h3", "h4", "h5", "h6" -> paragraph();
            case "summary" -> {
                trim();
                out.append("**");
                paragraph();
            }
            case "table" -> {
                trim();
                tables = Math.max(0, tables - 1);
                paragraph();
            }
            case "td", "th" -> cell();
            case "ul", "ol" -> {
                if (!lists.isEmpty()) {
                    lists.pop();
                }
            }
            case "p", "div", "dt", "dd" -> space();
            default -> {
                // says nothing in words
            }
        }
    }

    private void openLink(String attributes) {
        var to = value(HREF, attributes);
        links.push(to);
        if (!to.isEmpty()) {
            out.append('[');
        }
        if (attributes.endsWith("/")) {
            closeLink();
        }
    }

    private void closeLink() {
        var to = links.isEmpty() ? "" : links.pop();
        if (!to.isEmpty()) {
            trim();
            out.append("](").append(destination(to)).append(')');
        }
    }

    private void image(String attributes) {
        var from = value(SRC, attributes);
        var words = value(ALT, attributes).replace("[", "(").replace("]", ")");
        out.append(from.isEmpty() ? words : "![" + words + "](" + destination(from) + ")");
    }

    private static String destination(String to) {
        var bare = to.replaceAll("[\\s<>]", "");
        return bare.contains("(") || bare.contains(")") ? "<" + bare + ">" : bare;
    }

    private static String value(Pattern attribute, String attributes) {
        var value = attribute.matcher(attributes);
        if (!value.find()) {
            return "";
        }
        for (var group = 1; group <= 3; group++) {
            if (value.group(group) != null) {
                return unescape(value.group(group)).strip();
            }
        }
        return "";
    }

    private void row() {
        if (tables > 0) {
            newLine();
            out.append("- ");
        }
    }

    private void cell() {
        trim();
        out.append(" · ");
    }

    private void item() {
        if (tables > 0) {
            space();
            return;
        }
        newLine();
        out.append("  ".repeat(Math.clamp(lists.size() - 1L, 0, 3)))
                .append(!lists.isEmpty() && lists.peek() ? "1. " : "- ");
    }

    private void space() {
        if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
    }

    private void newLine() {
        trim();
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private void paragraph() {
        if (tables > 0) {
            space();
            return;
        }
        trim();
        while (!out.isEmpty() && !endsWith("\n\n")) {
            out.append('\n');
        }
    }

    private boolean endsWith(String end) {
        return out.length() >= end.length()
                && out.substring(out.length() - end.length()).equals(end);
    }

    /** Takes back spaces, not line ends. */
    private void trim() {
        while (!out.isEmpty() && (out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == '\t')) {
            out.setLength(out.length() - 1);
        }
        if (tables > 0 && endsWith(" ·")) {
            out.setLength(out.length() - 2);
            trim();
        }
    }
}
