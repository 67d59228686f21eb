package whatnow.chat.slack;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.door.Cut;
import whatnow.now.Shown;

/**
 * Text from anybody, so that Slack shows it and does nothing else with it (N-6): no mention, no link, no markup, no emoji,
 * and nothing that the eye cannot see.
 */
final class SlackText {

    static final int MOST = 3000;

    private static final String NOTHING = "(nothing)";

    /** In one line. */
    static String line(String text, int most) {
        return filled(Cut.to(most, Shown.of(text)));
    }

    /** With its lines. */
    static String lines(String text, int most) {
        return filled(Cut.to(most, Shown.lines(text)));
    }

    /** Where Slack reads signs. Its own signs are all written with these three. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What somebody typed: Slack hands it over escaped. What they escaped themselves stays so. */
    static String typed(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** An element of which Slack reads no markup; escaped all the same, as Slack asks for it. */
    static ObjectNode plain(String text, int most) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain_text")
                .put("text", escaped(most, Shown.of(text)))
                .put("emoji", false);
    }

    /** Never longer than that, and never cut within what stands for one sign. */
    static String escaped(int most, String shown) {
        var left = most;
        var escaped = escaped(filled(Cut.to(left, shown)));
        while (escaped.length() > most) {
            left -= Math.max(1, (escaped.length() - most) / 4);
            escaped = escaped(filled(Cut.to(left, shown)));
        }
        return escaped;
    }

    private static String filled(String text) {
        return text.isBlank() ? NOTHING : text;
    }

    private SlackText() {}
}
