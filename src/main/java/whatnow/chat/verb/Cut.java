package whatnow.chat.verb;

/** What somebody wrote, short enough for a sentence or a line. */
final class Cut {

    private static final int IN_A_SENTENCE = 60;
    private static final int IN_A_LINE = 300;
    private static final int IN_A_NOTE = 1_990;

    static String of(String text) {
        return cut(text, IN_A_SENTENCE);
    }

    static String line(String text) {
        return cut(text.replaceAll("\\s+", " "), IN_A_LINE);
    }

    /** As much as a note holds: a long paste must not cost the declaration that it stands in. */
    static String note(String text) {
        return cut(text, IN_A_NOTE);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "\u2026" : text;
    }

    private Cut() {}
}
