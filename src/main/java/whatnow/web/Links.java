package whatnow.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of our own pages. */
public final class Links {

    private static final Pattern CITATION =
            Pattern.compile("([a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?)(#[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?)?");

    /** The page of {@code slug#section}; empty for what is not written so. */
    public static Optional<String> article(String citation) {
        var match = CITATION.matcher(citation.replaceFirst("^.*/", "").replaceFirst("\\.md$", ""));
        return match.matches()
                ? Optional.of("/kb/" + match.group(1)
                        + Optional.ofNullable(match.group(2)).orElse(""))
                : Optional.empty();
    }

    /** Only a path of ours becomes a link: a card must not lead anywhere else. */
    public static String own(String path) {
        return Back.to(path);
    }

    private Links() {}
}
