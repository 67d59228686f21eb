package whatnow.knowledge.question;

import java.util.List;

/**
 * What was typed, taken apart.
 *
 * @param words rank what is found; any of them may be missing from it
 * @param beginnings of words that were typed with a star behind: {@code replic*}
 * @param phrases must stand in a section as they are
 * @param without words that must not stand in a section
 * @param filters that articles must pass; several of one field mean any of them
 * @param notes what people should know about how they were read
 */
public record Question(
        String words,
        List<String> beginnings,
        List<String> phrases,
        List<String> without,
        List<Filter> filters,
        List<String> notes) {

    /** Letters before a star: fewer would mean nearly everything. */
    public static final int SHORTEST_BEGINNING = 3;

    /** Whatever one may type: no text is wrong, none is dear. */
    public static Question read(String typed) {
        return new QuestionReader(typed).read();
    }

    /** Words that nobody typed for us: nothing in them is a sign. */
    public static Question about(String words) {
        return new Question(words, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The same, with what stood in quotes as words only. */
    public Question withoutPhrases() {
        return new Question(words, beginnings, List.of(), without, filters, notes);
    }

    /** Whether it says anything at all. */
    public boolean isEmpty() {
        return words.isBlank() && beginnings.isEmpty() && phrases.isEmpty() && filters.isEmpty();
    }
}
