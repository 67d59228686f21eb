package whatnow.signal.alertmanager;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import whatnow.security.Admission;
import whatnow.signal.Refusals;
import whatnow.signal.sender.Format;

/**
 * Takes alerts as {@link AlertDoors} does, in front of all that a request for people goes through: in a storm that costs
 * several times what the alerts do. Whatever is in any way unusual goes the usual way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class QuickDoor extends OncePerRequestFilter {

    private static final Map<String, Format> FORMATS =
            Map.of("/api/v2/alerts", new PrometheusFormat(), "/api/v1/ingest/alertmanager", new AlertmanagerFormat());

    private final Map<String, Admission.Way> ways = new HashMap<>();
    private final AlertDoors doors;
    private final Refusals refusals;
    private final JsonMapper json;

    QuickDoor(AlertDoors doors, Refusals refusals, Admission admission, JsonMapper json) {
        this.doors = doors;
        this.refusals = refusals;
        FORMATS.keySet().forEach(it -> ways.put(it, admission.to("POST", it)));
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getQueryString() != null
                || !FORMATS.containsKey(request.getRequestURI())
                || !isJson(request.getContentType());
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Objects.requireNonNull(ways.get(request.getRequestURI())).admits(request)) {
            chain.doFilter(request, response);
            return;
        }
        write(answer(request), response);
    }

    private ResponseEntity<?> answer(HttpServletRequest request) throws ServletException {
        try {
            var format = Objects.requireNonNull(FORMATS.get(request.getRequestURI()));
            return doors.take(request, format, Optional.empty());
        } catch (Exception failure) {
            return refused(failure, request);
        }
    }

    private ResponseEntity<?> refused(Exception failure, HttpServletRequest request) throws ServletException {
        try {
            return refusals.answerTo(failure, request);
        } catch (Exception unforeseen) {
            throw new ServletException(unforeseen);
        }
    }

    private void write(ResponseEntity<?> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        answer.getHeaders().forEach((name, values) -> values.forEach(it -> response.setHeader(name, it)));
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }
}
