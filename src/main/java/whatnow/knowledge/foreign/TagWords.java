package whatnow.knowledge.foreign;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes in Markdown what the tags of HTML and the words between them say. */
final class TagWords {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> links = new ArrayDeque<>();
    private final Deque<Boolean> lists = new ArrayDeque<>();
    private int tables;

    void add(char letter) {
        if (tables > 0 && Character.isWhitespace(letter)) {
            space();
        } else {
            out.append(letter);
        }
    }

    /** Whether it stands in a list or a table of tags. */
    boolean isInside() {
        return tables > 0 || !lists.isEmpty();
    }

    String end() {
        while (!links.isEmpty()) {
            closeLink();
        }
        return out.toString();
    }

    void open(String tag, Attributes attributes) {
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

    void close(String tag) {
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

    private void openLink(Attributes attributes) {
        var to = attributes.href();
        links.push(to);
        if (!to.isEmpty()) {
            out.append('[');
        }
        if (attributes.isClosed()) {
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

    private void image(Attributes attributes) {
        var from = attributes.src();
        var words = attributes.alt().replace("[", "(").replace("]", ")");
        out.append(from.isEmpty() ? words : "![" + words + "](" + destination(from) + ")");
    }

    private static String destination(String to) {
        var bare = to.replaceAll("[\\s<>]", "");
        return bare.contains("(") || bare.contains(")") ? "<" + bare + ">" : bare;
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
        return out.length() >= end.length() && out.indexOf(end, out.length() - end.length()) >= 0;
    }

    /** Takes back spaces, not line ends; in a table also the marks of cells that turn out to be the last. */
    private void trim() {
        do {
            while (endsWith(" ") || endsWith("\t")) {
                out.setLength(out.length() - 1);
            }
        } while (tables > 0 && takesBack(" ·"));
    }

    private boolean takesBack(String end) {
        var isThere = endsWith(end);
        out.setLength(out.length() - (isThere ? end.length() : 0));
        return isThere;
    }
}
