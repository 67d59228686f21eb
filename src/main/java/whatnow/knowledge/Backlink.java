package whatnow.knowledge;

import java.util.Optional;

/**
 * A place in another article that points here.
 *
 * @param heading of the section in which the link stands; empty above the first heading
 * @param section its id, or empty
 */
public record Backlink(ArticleId article, String title, Optional<String> heading, String section) {}
