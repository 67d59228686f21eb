package whatnow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking: by token if there is one, else by session. A wrong token is refused, never ignored. */
class CredentialFilter extends OncePerRequestFilter {

    private final Door door;
    private final Sessions sessions;
    private final Refusals refusals;

    CredentialFilter(Door door, Sessions sessions, Refusals refusals) {
        this.door = door;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    /** A door for signed requests knows its people by other means; whoever's browser it is has no say there. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SignedDoors.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bearer = bearer(request);
        if (bearer.isEmpty()) {
            sessions.find(request).ifPresent(it -> enter(it.person(), it.credential(), request));
            chain.doFilter(request, response);
            return;
        }
        switch (door.knock(bearer.get(), request.getRemoteAddr())) {
            case Door.Known known -> {
                enter(known.token().person(), known.token().id(), request);
                chain.doFilter(request, response);
            }
            case Door.Unknown _ -> refusals.wrong(request, response);
            case Door.TooMany tooMany -> refusals.tooMany(request, response, tooMany.pause());
        }
    }

    /** A token however a program can bring it. */
    static Optional<String> bearer(HttpServletRequest request) {
        return PresentedToken.of(request);
    }

    private static void enter(Person person, UUID credential, HttpServletRequest request) {
        Credential.remember(person, credential, request);
        var authority = new SimpleGrantedAuthority("ROLE_" + person.role().name());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(person, "", List.of(authority)));
        SecurityContextHolder.setContext(context);
    }
}
