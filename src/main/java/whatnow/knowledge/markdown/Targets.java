package whatnow.knowledge.markdown;

import java.util.Optional;
import java.util.regex.Pattern;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.WrittenLink;

/** Knows what lies where the links of one article point. */
@FunctionalInterface
public interface Targets {

    /** @param to a path, an id or a title, never the address of a web page */
    Target of(WrittenLink.Kind kind, String to);

    /** For text that belongs to no library: an article is taken to exist by the name that a link gives it. */
    Targets UNSEEN = (_, to) -> {
        var named = Pattern.compile("(?:[^#?:\\\\]*/)?([a-z0-9-]+)\\.md(?:#([a-z0-9-]+))?")
                .matcher(to);
        return named.matches() && ArticleId.isSlug(named.group(1))
                ? new Target.Page(new ArticleId(named.group(1)), Optional.ofNullable(named.group(2)))
                : new Target.Nothing();
    };
}
