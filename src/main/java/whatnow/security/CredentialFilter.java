package whatnow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking: by token if there is one, else by session. A wrong token is refused, never ignored. */
class CredentialFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Door door;
    private final Sessions sessions;
    private final Refusals refusals;

    CredentialFilter(Door door, Sessions sessions, Refusals refusals) {
        this.door = door;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bearer = bearer(request);
        if (bearer.isEmpty()) {
            sessions.find(request).map(Session::person).ifPresent(CredentialFilter::enter);
            chain.doFilter(request, response);
            return;
        }
        switch (door.knock(bearer.get(), request.getRemoteAddr())) {
            case Door.Known known -> {
                enter(known.token().person());
                chain.doFilter(request, response);
            }
            case Door.Unknown _ -> refusals.unknown(request, response);
            case Door.TooMany tooMany -> refusals.tooMany(request, response, tooMany.pause());
        }
    }

    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(it -> it.substring(BEARER.length()).strip());
    }

    private static void enter(Person person) {
        var authority = new SimpleGrantedAuthority("ROLE_" + person.role().name());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(person, "", List.of(authority)));
        SecurityContextHolder.setContext(context);
    }
}
