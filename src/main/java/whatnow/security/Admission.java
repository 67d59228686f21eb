package whatnow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether a request may be served without all that stands before the other doors: it comes from a program, not a browser, and
 * its token may take this route. Where the answer is no, the usual way says why.
 */
@Component
public class Admission {

    /** What browsers send along, and what makes a body something else than it looks like. */
    private static final Set<String> UNUSUAL = Set.of("Cookie", "Origin", "Sec-Fetch-Site");

    private final Keyring keyring;
    private final RouteTable routes = RouteTable.shipped();

    Admission(Keyring keyring) {
        this.keyring = keyring;
    }

    public boolean admits(HttpServletRequest request) {
        return UNUSUAL.stream().allMatch(it -> request.getHeader(it) == null)
                && PresentedToken.of(request)
                        .flatMap(keyring::find)
                        .filter(token -> routes.find(request.getMethod(), request.getRequestURI())
                                .filter(it -> it.admits(token.role()))
                                .isPresent())
                        .isPresent();
    }
}
