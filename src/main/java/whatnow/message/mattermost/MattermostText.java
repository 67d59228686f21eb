package whatnow.message.mattermost;

import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/** Plain text in Mattermost's Markdown: it is shown as it stands, mentions nobody and leads nowhere. */
@NamedInterface("markup")
public final class MattermostText {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|<>~]");

    /** Mattermost looks for mentions in escaped text too; what draws nothing keeps a name from being one. */
    private static final String NO_MENTION = "@\u200B";

    /** A scheme that is cut is no link. */
    private static final String NO_LINK = ":\u200B//";

    public static String plain(String text) {
        return MARKUP.matcher(text)
                .replaceAll("\\\\$0")
                .replace("@", NO_MENTION)
                .replace("://", NO_LINK);
    }

    private MattermostText() {}
}
