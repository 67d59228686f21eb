package whatnow.knowledge.foreign;

import whatnow.knowledge.markdown.Markdown;

/**
 * A file that has more markup than is ever parsed, as one block of plain text: all its words in their order, and a
 * space for whatever markup and white space stood between them.
 */
final class BareWords {

    /** Line ends are counted as markup too, so only lines that are full are ended. */
    private static final int FULL = 120;

    private final StringBuilder out = new StringBuilder("```text\n");
    private int column;
    private boolean isGap;

    static String of(String text) {
        var words = new BareWords();
        text.chars().forEach(it -> words.add((char) it));
        return words.out.append("\n```").toString();
    }

    private void add(char letter) {
        if (Markdown.isMark(letter) || Character.isWhitespace(letter)) {
            isGap = true;
            return;
        }
        if (isGap && column > 0) {
            gap();
        }
        isGap = false;
        out.append(letter);
        column++;
    }

    private void gap() {
        var isFull = column >= FULL;
        out.append(isFull ? '\n' : ' ');
        column = isFull ? 0 : column + 1;
    }
}
