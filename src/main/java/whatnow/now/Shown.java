package whatnow.now;

/**
 * Text from strangers, made fit to be shown: what the eye cannot see is spelt out (N-5), so that a name cannot pretend to
 * be another and no control character reaches a terminal.
 */
public final class Shown {

    /** In one line. */
    public static String of(String text) {
        return visible(text, false);
    }

    /** Keeps line ends and tabs, for commands and longer texts. */
    public static String lines(String text) {
        return visible(text, true);
    }

    private static String visible(String text, boolean keepsLines) {
        if (text.codePoints().noneMatch(it -> isHidden(it, keepsLines))) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(it -> {
            if (isHidden(it, keepsLines)) {
                shown.append("[U+%04X]".formatted(it));
            } else {
                shown.appendCodePoint(it);
            }
        });
        return shown.toString();
    }

    private static boolean isHidden(int point, boolean keepsLines) {
        if (point == '\n' || point == '\t') {
            return !keepsLines;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlankLetter(point);
        };
    }

    /** Letters that draw nothing: Hangul fillers, variation selectors and the braille blank. */
    private static boolean isBlankLetter(int point) {
        return point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || point == 0xFFA0
                || point == 0x2800
                || point == 0x034F
                || (point >= 0xFE00 && point <= 0xFE0F);
    }

    private Shown() {}
}
