package whatnow.signal.mapping;

import java.util.ArrayList;
import java.util.List;

/** Reads a path character by character, and says where it stops being one. */
final class PathParser {

    private static final int MOST_STEPS = 32;

    private final String text;
    private int at;

    PathParser(String text) {
        this.text = text;
    }

    JsonPath path() {
        if (!JsonPath.isOne(text)) {
            throw wrong("a path that begins with $ (the body) or @ (one alert)");
        }
        at = 1;
        var steps = new ArrayList<JsonPath.Step>();
        while (at < text.length()) {
            steps.add(step());
            if (steps.size() > MOST_STEPS) {
                throw wrong("at most %d steps".formatted(MOST_STEPS));
            }
        }
        return new JsonPath(text, text.charAt(0) == '@', List.copyOf(steps));
    }

    private JsonPath.Step step() {
        return switch (text.charAt(at)) {
            case '.' -> named();
            case '[' -> bracketed();
            default -> throw wrong("a dot with a name, or [");
        };
    }

    private JsonPath.Step named() {
        at++;
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            return new JsonPath.Step.All();
        }
        var start = at;
        while (at < text.length() && isOfAName(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong("a name of letters, figures, _ and -; any other as ['name']");
        }
        return new JsonPath.Step.Name(text.substring(start, at));
    }

    private static boolean isOfAName(char it) {
        return Character.isLetterOrDigit(it) || it == '_' || it == '-' || Character.isSurrogate(it);
    }

    private JsonPath.Step bracketed() {
        at++;
        var step = at == text.length() ? '?' : text.charAt(at);
        var inside = switch (step) {
            case '*' -> {
                at++;
                yield new JsonPath.Step.All();
            }
            case '\'', '"' -> quoted(step);
            default -> place();
        };
        if (at == text.length() || text.charAt(at) != ']') {
            throw wrong("]");
        }
        at++;
        return inside;
    }

    private JsonPath.Step quoted(char quote) {
        var name = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var next = text.charAt(at);
            if (next == quote) {
                at++;
                return new JsonPath.Step.Name(name.toString());
            }
            if (next == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at));
        }
        throw wrong("the quote that ends the name");
    }

    private JsonPath.Step place() {
        var start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        try {
            return new JsonPath.Step.Place(Integer.parseInt(text, start, at, 10));
        } catch (NumberFormatException none) {
            at = start;
            throw wrong("a place such as 0 or -1, a name in quotes, or *");
        }
    }

    private WrittenWrong wrong(String expected) {
        return WrittenWrong.at(at + 1, text, expected);
    }
}
