package whatnow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import whatnow.clearance.Clearance;
import whatnow.decision.Decision;
import whatnow.decision.DecisionLog;
import whatnow.security.Person;

/**
 * Stops whoever is not named before any door that leads into a restricted incident. It looks at every name in an
 * address and not at a list of doors, so that a new door cannot forget it.
 */
@Component
class RestrictedDoor implements HandlerInterceptor, WebMvcConfigurer {

    /**
     * The names of incidents and decisions, also with blanks around them; an id may be written without the zeros in front of
     * its groups. Whatever is named otherwise leads into none, and need not ask the database: a sender of alerts that names
     * itself must be heard while that is away.
     */
    private static final Pattern LEADS_INSIDE =
            Pattern.compile("\\s*(?:(?:INC|DEC)-.*|[0-9A-F-]+\\s*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Clearance clearance;
    private final DecisionLog log;

    RestrictedDoor(Clearance clearance, DecisionLog log) {
        this.clearance = clearance;
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var named =
                named(request).filter(it -> LEADS_INSIDE.matcher(it).matches()).toList();
        var person = person();
        if (named.isEmpty() || person.isEmpty()) {
            return true;
        }
        var view = clearance.of(person.get());
        if (view.hidesNothing()) {
            return true;
        }
        named.stream()
                .flatMap(it -> view.line(it).or(() -> ofDecision(it, view)).stream())
                .findFirst()
                .ifPresent(it -> {
                    throw new ResponseStatusException(HttpStatus.FORBIDDEN, it.says());
                });
        return true;
    }

    private Optional<Clearance.Line> ofDecision(String numberOrId, Clearance.View view) {
        return log.find(numberOrId).map(Decision::incident).flatMap(view::line);
    }

    /** Parts of the path, and the one question that has an incident in its query. */
    @SuppressWarnings("unchecked")
    private static Stream<String> named(HttpServletRequest request) {
        var parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> it
                ? ((Map<String, String>) it).values().stream()
                : Stream.<String>empty();
        return Stream.concat(parts, isReported(request) ? Stream.of() : asked(request));
    }

    private static Stream<String> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameterValues("incident")).stream()
                .flatMap(Stream::of);
    }

    /** What senders report leads into no incident, and asking for a parameter would take its body apart. */
    static boolean isReported(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v1/ingest/");
    }

    private static Optional<Person> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(it -> it.getPrincipal() instanceof Person)
                .map(it -> (Person) it.getPrincipal());
    }
}
