package whatnow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Doors at which each request proves by a signature or a secret of its own who sent it. Sessions and tokens of people count
 * for nothing there, and so nobody's browser can be made to use them.
 */
public final class SignedDoors {

    private static final List<String> CHATS = List.of("/chat/slack/", "/chat/mattermost/");

    /** Its routing key stands in its body. */
    private static final String EVENTS = "/v2/enqueue";

    public static boolean isOne(HttpServletRequest request) {
        return isOfAChat(request) || request.getRequestURI().equals(EVENTS);
    }

    /** Their signature is over the bytes as they come. */
    public static boolean isOfAChat(HttpServletRequest request) {
        return CHATS.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    private SignedDoors() {}
}
