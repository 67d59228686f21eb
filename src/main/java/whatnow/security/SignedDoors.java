package whatnow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Doors at which each request proves by a signature or a secret of its own who sent it. Sessions and tokens of people count
 * for nothing there, and so nobody's browser can be made to use them.
 */
public final class SignedDoors {

    private static final List<String> PATHS = List.of("/chat/slack/", "/chat/mattermost/", "/v2/enqueue");

    public static boolean isOne(HttpServletRequest request) {
        return PATHS.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    private SignedDoors() {}
}
