package whatnow.knowledge.check;

/** One thing to look at. What it finds is left with the subject. */
interface ArticleRule {

    void check(Subject subject);
}
