package whatnow.chat.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import whatnow.security.SignedDoors;
import whatnow.signal.Body;
import whatnow.signal.Refused;

/**
 * Takes the bytes of a signed request before anybody can read it as a form: a signature is over the bytes, and a servlet
 * that was asked for one parameter has used them up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RawBody extends OncePerRequestFilter {

    private static final String NAME = RawBody.class.getName();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SignedDoors.isOfAChat(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(NAME, taken(request));
        chain.doFilter(request, response);
    }

    /** @throws Refused if there is too much of it, or it is packed */
    public static byte[] of(HttpServletRequest request) {
        return switch (request.getAttribute(NAME)) {
            case byte[] bytes -> bytes;
            case Refused refused -> throw refused;
            case null, default ->
                throw new IllegalStateException("The filter for signed requests did not see this one.");
        };
    }

    private static Object taken(HttpServletRequest request) throws IOException {
        var packed = Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity");
        if (!packed.equalsIgnoreCase("identity")) {
            return Refused.field(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding", packed, "none");
        }
        if (request.getContentLengthLong() > Body.SINGLE) {
            return tooLarge();
        }
        try {
            return Body.read(request.getInputStream(), Body.SINGLE);
        } catch (Refused refused) {
            return refused.status() == HttpStatus.CONTENT_TOO_LARGE ? tooLarge() : refused;
        }
    }

    private static Refused tooLarge() {
        return Refused.because(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than %d bytes, the most that this door takes.".formatted(Body.SINGLE));
    }
}
