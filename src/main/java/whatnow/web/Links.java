package whatnow.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import whatnow.notation.CitationForm;

/** Addresses of our own pages. */
public final class Links {

    /** The page of {@code slug#section}; empty for what is not written so. */
    public static Optional<String> article(String citation) {
        var cited = citation.replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
        return CitationForm.isArticleOrSection(cited) ? Optional.of("/kb/" + cited) : Optional.empty();
    }

    /** The place of a rule on the page of rules. */
    public static String rule(String book, String rule) {
        return "/rules#" + ruleId(book, rule);
    }

    /** The id of a rule on that page, made of its book and its sentence. */
    public static String ruleId(String book, String rule) {
        return (book + "-" + rule)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Only a path of ours becomes a link: a card must not lead anywhere else. */
    public static String own(String path) {
        return Back.to(path);
    }

    /** As it may stand in a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Links() {}
}
