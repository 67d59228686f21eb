package whatnow.rulebook;

/** Blanks out what is text in a rule file, so that a search finds code alone. Lines keep their numbers. */
final class DrlWords {

    /** Texts become {@code ""}, comments vanish. */
    static String withoutTextAndComments(String drl) {
        var code = new StringBuilder(drl.length());
        var index = 0;
        while (index < drl.length()) {
            var next = drl.charAt(index);
            var end = switch (next) {
                case '"', '\'' -> endOfText(drl, index);
                case '/' -> endOfComment(drl, index);
                default -> index;
            };
            if (end == index) {
                code.append(next);
                index++;
            } else {
                code.append(next == '/' ? "" : "\"\"");
                drl.substring(index, end).chars().filter(it -> it == '\n').forEach(_ -> code.append('\n'));
                index = end;
            }
        }
        return code.toString();
    }

    private static int endOfText(String drl, int start) {
        for (var index = start + 1; index < drl.length(); index++) {
            var next = drl.charAt(index);
            if (next == '\\') {
                index++;
            } else if (next == drl.charAt(start) || next == '\n') {
                return next == '\n' ? index : index + 1;
            }
        }
        return drl.length();
    }

    private static int endOfComment(String drl, int start) {
        if (drl.startsWith("//", start)) {
            var end = drl.indexOf('\n', start);
            return end < 0 ? drl.length() : end;
        }
        if (drl.startsWith("/*", start)) {
            var end = drl.indexOf("*/", start + 2);
            return end < 0 ? drl.length() : end + 2;
        }
        return start;
    }

    private DrlWords() {}
}
