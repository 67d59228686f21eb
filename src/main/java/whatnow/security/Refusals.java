package whatnow.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Says no. The words are made where all error answers are made, so that a program gets JSON and a person a page; who
 * merely has not signed in is sent there and brought back.
 */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final RouteTable routes;

    Refusals(RouteTable routes) {
        this.routes = routes;
    }

    /** Nobody signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (isForPrograms(request)) {
            unknown(request, response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect("/sign-in" + way(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (routes.find(request.getMethod(), request.getRequestURI()).isEmpty()) {
            say(request, response, HttpServletResponse.SC_NOT_FOUND, "There is nothing here.");
        } else if (denied instanceof org.springframework.security.web.csrf.CsrfException) {
            say(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "The form was too old or came from elsewhere. Load the page again and repeat it.");
        } else {
            say(request, response, HttpServletResponse.SC_FORBIDDEN, "Your role does not include this. Ask an admin.");
        }
    }

    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unauthorized(
                request,
                response,
                "This needs a token. Send 'Authorization: Bearer wn_...'; an admin makes one with 'whatnow token'.");
    }

    void wrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unauthorized(
                request,
                response,
                "Nobody has this token: it was revoked, or not copied whole. An admin makes one with 'whatnow token'.");
    }

    private static void unauthorized(HttpServletRequest request, HttpServletResponse response, String words)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        say(request, response, HttpServletResponse.SC_UNAUTHORIZED, words);
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        say(request, response, 429, "Too many wrong tokens came from this address. Wait a little.");
    }

    void foreign(HttpServletRequest request, HttpServletResponse response) throws IOException {
        say(request, response, HttpServletResponse.SC_FORBIDDEN, "Another site sent this. Nothing was changed.");
    }

    private static void say(HttpServletRequest request, HttpServletResponse response, int status, String words)
            throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_MESSAGE, words);
        response.sendError(status, words);
    }

    /** Only a page that was to be read is come back to. */
    private static String way(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
            return "";
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "?to=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getRequestURI();
        return SecurityConfiguration.isForPrograms(path) || path.equals("/metrics");
    }
}
