package whatnow.now;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines for a terminal of 80 columns. Sentences are broken between words and go on below their first word; commands are
 * never broken, because they are copied.
 */
final class Sheet {

    private static final int WIDTH = 80;

    private final List<String> lines = new ArrayList<>();
    private final String prefix;

    /** @param prefix begins every line */
    Sheet(String prefix) {
        this.prefix = prefix;
    }

    /** @param indent how far in the first line begins; the others begin two columns further in */
    void say(int indent, String sentence) {
        var margin = " ".repeat(indent + 2);
        var line = new StringBuilder(" ".repeat(indent));
        for (var word : Shown.of(sentence).strip().split(" +")) {
            if (!line.toString().isBlank() && prefix.length() + line.length() + 1 + word.length() > WIDTH) {
                lines.add(prefix + line);
                line = new StringBuilder(margin);
            }
            line.append(line.toString().isBlank() ? "" : " ").append(word);
        }
        lines.add(prefix + line);
    }

    /** One line for each of a command's, as it is typed. */
    void command(int indent, String sign, String command) {
        command.lines().forEach(it -> lines.add(prefix + " ".repeat(indent) + sign + Shown.of(it)));
    }

    void part(String title) {
        say(0, "-- " + title);
    }

    String written() {
        return String.join("\n", lines) + "\n";
    }
}
