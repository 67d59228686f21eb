package whatnow.knowledge.foreign;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Takes out of prose what only a site generator understands: shortcodes, templates, tags. Read from left to
 * right once; what has been looked for in vain is not looked for again.
 */
final class Inline {

    private static final int FARTHEST = 2_000;
    private static final int MOST_TICKS = 20;

    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:[ .#a-zA-Z/][^{}\\n]*}|\\{: *toc}");

    private final String in;
    private final boolean isMdx;
    private final TemplateWords template;
    private final Html html;
    private final Map<Integer, Integer> ticksGone = new HashMap<>();
    private final Map<String, Integer> noneBefore = new HashMap<>();
    private int at;

    private Inline(String in, String title, boolean isMdx) {
        this.in = in;
        this.isMdx = isMdx;
        this.template = new TemplateWords(title);
        this.html = new Html(in, isMdx);
    }

    static String clean(String prose, String title, boolean isMdx) {
        if (prose.chars().noneMatch(it -> it == '<' || it == '{' || it == '[')) {
            return prose;
        }
        var inline = new Inline(prose, title, isMdx);
        while (inline.at < prose.length()) {
            inline.next();
        }
        return inline.html.end();
    }

    private void next() {
        var letter = in.charAt(at);
        var isTaken = switch (letter) {
            case '\\' -> escaped();
            case '`' -> code();
            case '{' -> braces();
            case '<' -> angle();
            case '[' -> contents();
            default -> false;
        };
        if (!isTaken) {
            html.add(letter);
            at++;
        }
    }

    private boolean escaped() {
        html.add('\\');
        at++;
        if (at < in.length()) {
            html.add(in.charAt(at));
            at++;
        }
        return true;
    }

    /** Code between equally many ticks, within one paragraph. */
    private boolean code() {
        var ticks = 1;
        while (at + ticks < in.length() && in.charAt(at + ticks) == '`') {
            ticks++;
        }
        var end = closing(ticks);
        for (var upTo = end < 0 ? at + ticks : end + ticks; at < upTo; at++) {
            html.add(in.charAt(at));
        }
        return true;
    }

    private int closing(int ticks) {
        if (ticks > MOST_TICKS || ticksGone.getOrDefault(ticks, -1) >= at) {
            return -1;
        }
        var from = at + ticks;
        while (from < in.length()) {
            var letter = in.charAt(from);
            if (letter == '\n' && from + 1 < in.length() && in.charAt(from + 1) == '\n') {
                break;
            }
            if (letter != '`') {
                from++;
                continue;
            }
            var run = from;
            while (from < in.length() && in.charAt(from) == '`') {
                from++;
            }
            if (from - run == ticks) {
                return run;
            }
        }
        ticksGone.put(ticks, from);
        return -1;
    }

    private boolean braces() {
        if (in.startsWith("{{<", at)) {
            return taken("{{<", ">}}", template::shortcode);
        }
        if (in.startsWith("{{%", at)) {
            return taken("{{%", "%}}", template::shortcode);
        }
        if (in.startsWith("{{#", at)) {
            return taken("{{#", "}}", _ -> "");
        }
        if (in.startsWith("{{", at)) {
            return taken("{{", "}}", template::variable);
        }
        if (in.startsWith("{%", at)) {
            return taken("{%", "%}", template::liquid);
        }
        if (in.startsWith("{/*", at)) {
            return taken("{/*", "*/}", _ -> "");
        }
        var attributes = ATTRIBUTES.matcher(in).region(at, Math.min(in.length(), at + 200));
        if (in.startsWith("{:", at) && attributes.lookingAt()) {
            at = attributes.end();
            return true;
        }
        return isMdx && in.startsWith("{frontMatter.", at) && taken("{", "}", template::variable);
    }

    private boolean angle() {
        if (in.startsWith("<%%", at)) {
            return false;
        }
        if (in.startsWith("<%", at)) {
            return taken("<%", "%>", template::ruby);
        }
        var upTo = html.tag(at);
        var isTag = upTo > at;
        at = Math.max(at, upTo);
        return isTag;
    }

    /** A table of contents that a site would put here. */
    private boolean contents() {
        for (var mark : new String[] {"[[toc]]", "[TOC]", "[[_TOC_]]", "[toc]"}) {
            var isAlone = in.startsWith(mark, at)
                    && (at == 0 || in.charAt(at - 1) == '\n')
                    && (at + mark.length() == in.length() || in.charAt(at + mark.length()) == '\n');
            if (isAlone) {
                at += mark.length();
                return true;
            }
        }
        return false;
    }

    private boolean taken(String open, String close, UnaryOperator<String> words) {
        var from = Math.min(in.length(), at + open.length());
        var upTo = Math.min(in.length(), from + FARTHEST);
        var end = in.indexOf(close, Math.min(upTo, Math.max(from, noneBefore.getOrDefault(close, 0))), upTo);
        if (end < 0) {
            noneBefore.put(close, upTo - close.length() + 1);
            return false;
        }
        var inside = in.substring(at + open.length(), end);
        html.add(words.apply(inside));
        at = end + close.length();
        return true;
    }
}
