package whatnow.knowledge.foreign;

import java.util.HashSet;
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
    private static final int LONGEST_NAME = 100;

    private static final Pattern NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9_.-]*)(?=[\\s/>])");

    /** What stands in these is for machines. */
    private static final Map<String, Pattern> SILENT =
            Map.of("script", closing("script"), "style", closing("style"), "svg", closing("svg"));

    private final String in;
    private final boolean isMdx;
    private final TagWords out = new TagWords();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> neverClosed = new HashSet<>();
    private String silentUntil = "";
    private int lookedAt;
    private int lineStart;

    Html(String in, boolean isMdx) {
        this.in = in;
        this.isMdx = isMdx;
    }

    private static Pattern closing(String tag) {
        return Pattern.compile("(?i)</" + tag + "[\\s>]");
    }

    void add(char letter) {
        if (silentUntil.isEmpty()) {
            out.add(letter);
        }
    }

    void add(String words) {
        words.chars().forEach(it -> add((char) it));
    }

    /** Takes the tag that begins here. Returns where it ends, or where it begins if it is none. */
    int tag(int at) {
        var name = NAME.matcher(in).region(at, Math.min(in.length(), at + LONGEST_NAME));
        if (!name.lookingAt()) {
            return at;
        }
        var end = end(name.end());
        if (end < 0) {
            return at;
        }
        var isClosing = in.charAt(at + 1) == '/';
        var attributes = new Attributes(in.substring(name.end(), end));
        if (!isTag(name.group(1), attributes, isClosing, at)) {
            return at;
        }
        take(name.group(1).toLowerCase(Locale.ROOT), attributes, isClosing, end);
        return end + 1;
    }

    private void take(String tag, Attributes attributes, boolean isClosing, int end) {
        if (!silentUntil.isEmpty()) {
            silentUntil = isClosing && tag.equals(silentUntil) ? "" : silentUntil;
        } else if (isClosing) {
            out.close(tag);
        } else if (!SILENT.containsKey(tag)) {
            out.open(tag, attributes);
        } else if (!attributes.isClosed() && isClosedAfter(tag, end)) {
            silentUntil = tag;
        }
    }

    /** What is never closed would take all words below with it. */
    private boolean isClosedAfter(String tag, int at) {
        var closing = SILENT.get(tag);
        if (closing == null || neverClosed.contains(tag)) {
            return false;
        }
        var isClosed = closing.matcher(in).find(at);
        if (!isClosed) {
            neverClosed.add(tag);
        }
        return isClosed;
    }

    String end() {
        return out.end();
    }

    private int end(int from) {
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

    private boolean isTag(String name, Attributes attributes, boolean isClosing, int at) {
        var small = name.toLowerCase(Locale.ROOT);
        if (Character.isUpperCase(name.charAt(0)) && !KnownTags.has(small)) {
            return isMdx;
        }
        if (isIndentedCode(at)) {
            return false;
        }
        if (KnownTags.has(small)) {
            return true;
        }
        if (!KnownTags.hasPerhaps(small)) {
            return false;
        }
        if (!isClosing && attributes.written().contains("=")) {
            opened.add(small);
            return true;
        }
        return isClosing && opened.contains(small);
    }

    /** Four spaces make code, but not inside a list or a table of tags. */
    private boolean isIndentedCode(int at) {
        if (out.isInside()) {
            return false;
        }
        for (; lookedAt < at; lookedAt++) {
            if (in.charAt(lookedAt) == '\n') {
                lineStart = lookedAt + 1;
            }
        }
        return in.startsWith("    ", lineStart) || in.startsWith("\t", lineStart);
    }
}
