package whatnow.rulebook;

/** The articles that rules may cite. This package does not know where they are. */
@FunctionalInterface
public interface CitedArticles {

    /** Whether there is such an article and section, written {@code slug#section}. */
    boolean has(String citation);
}
