package whatnow.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of an article with its links to other articles taken out of the Markdown. */
public final class Prose {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]+)]\\(([^()\\s]+)\\)");
    private static final Pattern ARTICLE = Pattern.compile("(?:[a-z-]+/)*([a-z0-9-]+)\\.md(#[a-z0-9-]+)?");

    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** @param path of the page that it leads to; empty for plain words */
    public record Piece(String text, Optional<String> path) {}

    /** In order; what is not a link to an article stays as its words. */
    public static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        var link = LINK.matcher(text);
        var from = 0;
        while (link.find()) {
            plain(pieces, text.substring(from, link.start()));
            pieces.add(new Piece(link.group(1), path(link.group(2))));
            from = link.end();
        }
        plain(pieces, text.substring(from));
        return List.copyOf(pieces);
    }

    /** For terminals: the words without their marks, each link followed by where it leads; code stands in quotes. */
    public static String words(String text) {
        var words = new StringBuilder();
        of(text).forEach(it -> words.append(it.text())
                .append(it.path().map(path -> " (" + path + ")").orElse("")));
        return unmarked(words.toString());
    }

    private static String unmarked(String text) {
        var plain = BOLD.matcher(text).replaceAll("$1");
        return CODE.matcher(plain).replaceAll(code -> {
            var quote = code.group(1).contains("\"") ? "" : "\"";
            return Matcher.quoteReplacement(quote + code.group(1) + quote);
        });
    }

    private static void plain(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, Optional.empty()));
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
