package whatnow.knowledge.index;

/**
 * All field names of the index, so that the writer and the searcher cannot disagree.
 *
 * <p>Raise {@link #SCHEMA} with any change of fields, of {@link whatnow.knowledge.words.Words} or of how Markdown
 * becomes plain text: an index that was written with another number is thrown away and built again from the Markdown
 * files, which are the only truth.
 */
final class Fields {

    static final int SCHEMA = 5;

    /** Of both kinds of document: whose it is. */
    static final String ID = "id";

    /** Of the one document that stands for a whole article: whose it is, quick to look up. */
    static final String ARTICLE = "article";

    /** What it is called in any way: title, name of the file, tags, services, alerts and the like. */
    static final String TITLE = "title";

    static final String HEADINGS = "headings";
    static final String BODY = "body";

    /** All three together to rank by, each word as often as it counts. */
    static final String WORDS = "words";

    /** The tokens of title and file name, to be counted when a question is ranked. */
    static final String TITLE_TOKENS = "title.tokens";

    static final String NAME_TOKENS = "name.tokens";

    /** Words as they are written, to correct and complete by. */
    static final String SPELLING = "spelling";

    static final String TITLE_WORDS = "title.words";

    /** How many sections lie directly before the article in the index. */
    static final String SECTIONS = "sections";

    /** Of the file that the article was read from. */
    static final String VERSION = "version";

    /** Of a section. */
    static final String SECTION = "section";

    static final String HEADING = "section.heading";
    static final String TEXT = "section.text";

    /** Both together to rank by, each word as often as it counts. */
    static final String SECTION_WORDS = "section.words";

    /** Prefix of the fields that a search can be narrowed by. */
    static final String FILTER = "is.";

    private Fields() {}
}
