package whatnow.chat.door;

/** Text that has to be short: what is left out is said. */
public final class Cut {

    private static final String MARK = " (cut)";

    public static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        var end = most - MARK.length();
        var whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, whole) + MARK;
    }

    private Cut() {}
}
