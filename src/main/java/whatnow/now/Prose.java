package whatnow.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence of an article with its Markdown taken apart: links to other articles, code, and what is stressed. */
public final class Prose {

    private static final Pattern MARKED = Pattern.compile(
            "\\[(?<text>[^\\]\\[]+)]\\((?<target>[^()\\s]+)\\)|\\*\\*(?<strong>[^*]+)\\*\\*|`(?<code>[^`]+)`"
                    + "|(?<![\\w*_])(?<mark>[*_])(?<emphasis>(?![\\s*_])[^*_]*(?<!\\s))\\k<mark>(?![\\w*_])");
    private static final Pattern ARTICLE = Pattern.compile("(?:[a-z-]+/)*([a-z0-9-]+)\\.md(#[a-z0-9-]+)?");

    public enum Mark {
        NONE,
        EMPHASIS,
        STRONG,
        CODE
    }

    /** @param path of the page that it leads to; empty for what is not a link to an article */
    public record Piece(String text, Mark mark, Optional<String> path) {

        private String words() {
            return switch (mark) {
                case NONE, EMPHASIS, STRONG ->
                    text + path.map(it -> " (" + it + ")").orElse("");
                case CODE -> text.contains("\"") ? text : "\"" + text + "\"";
            };
        }
    }

    /** In order; what is not understood stays as its words. */
    public static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        var marked = MARKED.matcher(text);
        var from = 0;
        while (marked.find()) {
            plain(pieces, text.substring(from, marked.start()));
            pieces.add(piece(marked));
            from = marked.end();
        }
        plain(pieces, text.substring(from));
        return List.copyOf(pieces);
    }

    /** For terminals: the words without their marks, each link followed by where it leads; code stands in quotes. */
    public static String words(String text) {
        return of(text).stream().map(Piece::words).collect(Collectors.joining());
    }

    private static Piece piece(Matcher marked) {
        if (marked.group("strong") != null) {
            return new Piece(marked.group("strong"), Mark.STRONG, Optional.empty());
        }
        if (marked.group("emphasis") != null) {
            return new Piece(marked.group("emphasis"), Mark.EMPHASIS, Optional.empty());
        }
        if (marked.group("code") != null) {
            return new Piece(marked.group("code"), Mark.CODE, Optional.empty());
        }
        return new Piece(words(marked.group("text")), Mark.NONE, path(marked.group("target")));
    }

    private static void plain(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, Mark.NONE, Optional.empty()));
        }
    }

    private static Optional<String> path(String target) {
        var article = ARTICLE.matcher(target);
        return article.matches()
                ? Optional.of("/kb/" + article.group(1)
                        + Optional.ofNullable(article.group(2)).orElse(""))
                : Optional.empty();
    }

    private Prose() {}
}
