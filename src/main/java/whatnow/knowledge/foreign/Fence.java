package whatnow.knowledge.foreign;

import java.util.regex.Pattern;

/** Knows, line by line, whether it stands in fenced code. */
final class Fence {

    private static final Pattern OPEN =
            Pattern.compile("[ \\t]*(?:> ?[ \\t]*){0,9}(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+){0,3}(`{3,}|~{3,})(.*)");
    private static final Pattern CLOSE = Pattern.compile("[ \\t]*(?:> ?[ \\t]*){0,9}(`{3,}|~{3,})[ \\t]*");

    private String open = "";

    /** Whether the line is code, fences included. */
    boolean isCode(String line) {
        if (!line.contains("```") && !line.contains("~~~")) {
            return !open.isEmpty();
        }
        if (open.isEmpty()) {
            var fence = OPEN.matcher(line);
            if (fence.matches()
                    && !(fence.group(1).startsWith("`") && fence.group(2).contains("`"))) {
                open = fence.group(1);
            }
            return !open.isEmpty();
        }
        var fence = CLOSE.matcher(line);
        if (fence.matches() && fence.group(1).startsWith(open)) {
            open = "";
        }
        return true;
    }
}
