package whatnow.knowledge;

import java.util.List;

/** Hears which articles a search led to, so that those that none ever reaches can be named. */
@FunctionalInterface
public interface SearchesReached {

    SearchesReached NOBODY_COUNTS = _ -> {};

    /**
     * Remembers it and returns at once; nobody waits for a database.
     *
     * @param articles that one search showed, each once
     */
    void note(List<ArticleId> articles);
}
