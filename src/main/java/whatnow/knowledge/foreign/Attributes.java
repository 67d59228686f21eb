package whatnow.knowledge.foreign;

import java.util.regex.Pattern;

/** What the attributes of a tag say. */
record Attributes(String written) {

    private static final Pattern HREF = attribute("href");
    private static final Pattern SRC = attribute("src");
    private static final Pattern ALT = attribute("alt");

    private static Pattern attribute(String name) {
        return Pattern.compile("(?i)\\b" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    }

    String href() {
        return value(HREF);
    }

    String src() {
        return value(SRC);
    }

    String alt() {
        return value(ALT);
    }

    /** Whether the tag ends itself. */
    boolean isClosed() {
        return written.endsWith("/");
    }

    private String value(Pattern attribute) {
        var value = attribute.matcher(written);
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

    /** The letters that HTML writes as names, in attributes and in preformatted text. */
    static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
