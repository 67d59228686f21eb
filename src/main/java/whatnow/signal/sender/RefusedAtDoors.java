package whatnow.signal.sender;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
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
import whatnow.security.Credential;
import whatnow.signal.Refused;
import whatnow.time.Now;

/** Notes which requests of senders were not taken, and why. It stands before whoever asks for a token. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedAtDoors extends OncePerRequestFilter {

    private static final int FIRST_ERROR = 400;

    private final Formats formats;
    private final DoorTraffic traffic;
    private final Now now;

    RefusedAtDoors(Formats formats, DoorTraffic traffic, Now now) {
        this.formats = formats;
        this.traffic = traffic;
        this.now = now;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException broken) {
            note(request, HttpStatus.INTERNAL_SERVER_ERROR.value());
            throw broken;
        }
        if (response.getStatus() >= FIRST_ERROR) {
            note(request, response.getStatus());
        }
    }

    private void note(HttpServletRequest request, int status) {
        formats.at(request.getRequestURI()).ifPresent(door -> {
            var who = Credential.owner(request);
            var why = who.isPresent() ? why(request, status) : toAStranger(request, status);
            traffic.refused(door, status, why, who, request.getRemoteAddr(), now.instant());
        });
    }

    private static String why(HttpServletRequest request, int status) {
        return Refused.of(request).map(Refused::why).orElseGet(() -> byUs(request, status));
    }

    /** Nothing of what it wrote, and of a fixed number of sentences. */
    private static String toAStranger(HttpServletRequest request, int status) {
        return Refused.of(request)
                .map(_ -> switch (status) {
                    case 401 -> "Its key is a token that nobody has: it was revoked, or not copied whole.";
                    case 429 -> "Too many wrong keys came from this address.";
                    default -> "It could not be read, before it had shown a token.";
                })
                .orElseGet(() -> byUs(request, status));
    }

    private static String byUs(HttpServletRequest request, int status) {
        return request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String words
                ? words
                : Optional.ofNullable(HttpStatus.resolve(status))
                        .map(HttpStatus::getReasonPhrase)
                        .orElse("");
    }
}
