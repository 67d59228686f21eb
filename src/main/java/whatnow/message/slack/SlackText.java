package whatnow.message.slack;

/** Plain text in Slack's markup: nothing in it mentions anybody or leads anywhere (N-6). */
final class SlackText {

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private SlackText() {}
}
