package whatnow.chat.mattermost;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whatnow.chat.Reply.Row;
import whatnow.chat.door.Cut;
import whatnow.now.Shown;

/**
 * Rows in Mattermost's Markdown. Data stays data (N-6): its signs are escaped, it links nowhere, and it calls nobody.
 * Mattermost looks for names behind an at sign whatever is done to the sign, so there it is written out.
 */
final class MattermostText {

    private static final int MOST = 3000;
    private static final int MOST_COMMAND = 9000;

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]|~$]");
    private static final Pattern FIRST_SIGN = Pattern.compile("^(\\s*)([#+\\-=>])");
    private static final Pattern NUMBERED = Pattern.compile("^(\\s*\\d+)([.)])");
    private static final Pattern CALLING = Pattern.compile("(?<![A-Za-z0-9])@(?=[A-Za-z0-9])");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final Optional<String> base;

    /** @param base where paths of ours begin */
    MattermostText(Optional<String> base) {
        this.base = base;
    }

    String of(List<Row> rows) {
        return rows.stream().map(this::row).collect(Collectors.joining("\n"));
    }

    private String row(Row row) {
        return switch (row.style()) {
            case HEAD -> "**" + text(row) + "**";
            case WARNING -> "**" + warning(text(row)) + "**";
            case TEXT, NOTE -> text(row);
            case COMMAND -> command(row.text());
        };
    }

    private static String warning(String text) {
        var says = text.toLowerCase(Locale.ROOT);
        return says.startsWith("do not") || says.startsWith("warning") ? text : "Warning: " + text;
    }

    private String text(Row row) {
        var text = escaped(Cut.to(MOST, Shown.of(row.text())));
        return row.path()
                .map(it -> link(it).map(to -> "[%s](%s)".formatted(text, to)).orElse(text + ": " + escaped(it)))
                .orElse(text);
    }

    private Optional<String> link(String path) {
        return base.filter(_ -> path.matches("/(?!/)[A-Za-z0-9._~/?=&%+#:,-]*")).map(it -> it + path);
    }

    /** Never cut: half a command is another command. */
    private static String command(String command) {
        var text = Shown.lines(command);
        if (text.length() > MOST_COMMAND) {
            return "A command is too long for this place. Copy it from the page.";
        }
        var longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(it -> it.group().length())
                .max()
                .orElse(0);
        var fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "\n" + text + "\n" + fence;
    }

    static String escaped(String text) {
        var plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        plain = SIGNS.matcher(plain).replaceAll("\\\\$0");
        plain = FIRST_SIGN.matcher(plain).replaceAll("$1\\\\$2");
        plain = NUMBERED.matcher(plain).replaceAll("$1\\\\$2");
        plain = plain.replace("://", ":&#47;&#47;").replace("www.", "www&#46;");
        return CALLING.matcher(plain).replaceAll("(at)");
    }
}
