package whatnow.testkit.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Slack makes of a text: whom it calls and where it leads. */
final class Markup {

    /** Between the signs; what is escaped has none. */
    private static final Pattern SPECIAL = Pattern.compile("<([@#!][^>]*|(?:https?|mailto):[^>]*)>");

    /** Elements of rich text that call somebody, whatever they contain. */
    private static final List<String> CALLING = List.of("user", "usergroup", "broadcast", "channel", "team");

    static List<String> mentions(String text, JsonNode blocks) {
        var found = new ArrayList<String>();
        marked(text, found);
        walk(blocks, found);
        return found;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String decoded(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static void walk(JsonNode node, List<String> found) {
        var type = node.path("type").asString("");
        if (CALLING.contains(type)) {
            found.add(node.toString());
        }
        if (type.equals("mrkdwn")) {
            marked(node.path("text").asString(""), found);
        }
        node.forEach(it -> walk(it, found));
    }

    private static void marked(String text, List<String> found) {
        var matcher = SPECIAL.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
    }

    private Markup() {}
}
