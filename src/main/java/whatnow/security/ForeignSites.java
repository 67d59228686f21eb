package whatnow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nothing is changed on the word of another site (S-6). Browsers say where a request comes from; the token in each form
 * is the second lock behind this one.
 */
class ForeignSites extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Refusals refusals;

    ForeignSites(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HARMLESS.contains(request.getMethod()) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.foreign(request, response);
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || names(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean names(String origin, @org.jspecify.annotations.Nullable String host) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
