package whatnow.knowledge;

/** How often people who worked by an article said that it helped, or that it was wrong. */
@FunctionalInterface
public interface Helpfulness {

    /** Nobody ever said anything. */
    Helpfulness NONE = _ -> Votes.NONE;

    /** Answers from memory, at once and always. */
    Votes of(ArticleId article);

    /** What was said of one article. */
    record Votes(long helped, long wrong) {

        public static final Votes NONE = new Votes(0, 0);
    }
}
