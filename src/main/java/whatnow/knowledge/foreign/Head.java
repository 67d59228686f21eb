package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import whatnow.knowledge.markdown.Remark;

/**
 * What a file says about itself, in whichever notation, and the text below it.
 *
 * @param keys in small letters with underscores; nested ones joined by a dot
 * @param body what is left of the file
 */
record Head(Map<String, List<String>> keys, String body, List<Remark> remarks) {

    private static final int MOST_LENGTH = 64 * 1024;
    private static final Pattern PAIR = Pattern.compile("\\s*[\"']?[A-Za-z_][\\w .-]{0,60}[\"']?\\s*[:=].*");

    /** Hugo's three notations: YAML between {@code ---}, TOML between {@code +++}, JSON in braces. */
    static Head of(String text) {
        var start = text.stripLeading();
        if (start.startsWith("---")) {
            return fenced(text, "---").map(it -> it.read(true)).orElseGet(() -> none(text));
        }
        if (start.startsWith("+++")) {
            return fenced(text, "+++").map(it -> it.read(false)).orElseGet(() -> none(text));
        }
        return start.startsWith("{") ? json(text) : none(text);
    }

    Optional<String> first(String... names) {
        for (var name : names) {
            var values = all(name);
            if (!values.isEmpty()) {
                return Optional.of(values.getFirst());
            }
        }
        return Optional.empty();
    }

    List<String> all(String name) {
        return keys.getOrDefault(name, List.of()).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static Head none(String text) {
        return new Head(Map.of(), text, List.of());
    }

    /** @param offset lines above the first line of the inside */
    private record Fenced(String inside, String body, int offset) {

        Head read(boolean isYaml) {
            if (inside.length() > MOST_LENGTH) {
                var remark = new Remark(1, "The front matter is too long and left out.", "at most 64 kB");
                return new Head(Map.of(), body, List.of(remark));
            }
            var remarks = new ArrayList<Remark>();
            var keys = isYaml ? LooseYaml.read(inside, offset, remarks) : LooseToml.read(inside);
            return new Head(keys, body, List.copyOf(remarks));
        }
    }

    private static Optional<Fenced> fenced(String text, String fence) {
        var lines = List.of(text.split("\n", -1));
        var first = 0;
        while (lines.get(first).isBlank()) {
            first++;
        }
        if (!lines.get(first).stripTrailing().equals(fence)) {
            return Optional.empty();
        }
        for (var line = first + 1; line < lines.size(); line++) {
            if (lines.get(line).stripTrailing().equals(fence)) {
                var inside = String.join("\n", lines.subList(first + 1, line));
                var body = String.join("\n", lines.subList(line + 1, lines.size()));
                return isHead(inside) ? Optional.of(new Fenced(inside, body, first + 1)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Two rules across the page with words between them are no front matter. */
    private static boolean isHead(String inside) {
        return inside.isBlank()
                || inside.lines().anyMatch(it -> PAIR.matcher(it).matches());
    }

    private static Head json(String text) {
        var open = text.indexOf('{');
        var close = closing(text, open);
        if (close < 0 || !text.substring(open + 1).stripLeading().startsWith("\"")) {
            return none(text);
        }
        var offset = (int) text.substring(0, open).lines().count();
        return new Fenced(text.substring(open, close + 1), text.substring(close + 1), offset).read(true);
    }

    private static int closing(String text, int open) {
        var depth = 0;
        var isQuoted = false;
        for (var at = open; at < Math.min(text.length(), open + MOST_LENGTH); at++) {
            var letter = text.charAt(at);
            if (isQuoted && letter == '\\') {
                at++;
            } else if (letter == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && letter == '{') {
                depth++;
            } else if (!isQuoted && letter == '}' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
