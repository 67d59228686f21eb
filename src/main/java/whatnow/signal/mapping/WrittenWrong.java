package whatnow.signal.mapping;

/**
 * A path or text of a mapping cannot be understood.
 *
 * <p>It says what was there and what was expected, so that whoever wrote it needs no manual.
 */
final class WrittenWrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String found;
    private final String expected;

    WrittenWrong(String found, String expected) {
        super("found (%s), expected %s".formatted(found, expected), null, false, false);
        this.found = found;
        this.expected = expected;
    }

    /** @param at character of the text, counted from 1 */
    static WrittenWrong at(int at, String text, String expected) {
        var found = at > text.length() ? "the end" : text.substring(at - 1, Math.min(text.length(), at + 11));
        return new WrittenWrong("%s at character %d of %s".formatted(found, at, text), expected);
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
