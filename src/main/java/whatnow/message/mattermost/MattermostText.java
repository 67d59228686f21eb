package whatnow.message.mattermost;

import java.util.regex.Pattern;

/**
 * Plain text in Mattermost's Markdown: it is shown as it stands, calls nobody and leads nowhere (N-6). Mattermost looks for
 * names behind an at sign whatever is done to the sign, so there it is written out.
 */
final class MattermostText {

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]|~$]");
    private static final Pattern FIRST_SIGN = Pattern.compile("^(\\s*)([#+\\-=>])");
    private static final Pattern CALLING = Pattern.compile("(?<![A-Za-z0-9])@(?=[A-Za-z0-9])");

    static String plain(String text) {
        var plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        plain = SIGNS.matcher(plain).replaceAll("\\\\$0");
        plain = FIRST_SIGN.matcher(plain).replaceAll("$1\\\\$2");
        plain = plain.replace("://", ":&#47;&#47;").replace("www.", "www&#46;");
        return CALLING.matcher(plain).replaceAll("(at)");
    }

    private MattermostText() {}
}
