package whatnow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whether a request may be served without all that stands before the other doors: it comes from a program, not a browser, and
 * its token may take this route. Where the answer is no, the usual way says why.
 */
@Component
public class Admission {

    /** What browsers send along. */
    private static final List<String> OF_BROWSERS = List.of("Cookie", "Origin", "Sec-Fetch-Site");

    private final Door door;
    private final RouteTable routes = RouteTable.shipped();

    Admission(Door door) {
        this.door = door;
    }

    /** One route whose line of the table is looked up once. */
    public interface Way {

        boolean admits(HttpServletRequest request);
    }

    /** @throws IllegalArgumentException if the route is in no line of the table */
    public Way to(String method, String path) {
        var route = routes.find(method, path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No line of (routes.txt) is about (%s %s).".formatted(method, path)));
        return request -> admits(request, route);
    }

    private boolean admits(HttpServletRequest request, RouteTable.Route route) {
        for (var header : OF_BROWSERS) {
            if (request.getHeader(header) != null) {
                return false;
            }
        }
        var token = PresentedToken.of(request)
                .flatMap(it -> door.glance(it, request.getRemoteAddr()))
                .filter(it -> route.admits(it.role()));
        token.ifPresent(it -> Credential.remember(it, request));
        return token.isPresent();
    }
}
