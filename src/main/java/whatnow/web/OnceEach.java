package whatnow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;
import whatnow.now.Shown;

/**
 * Refuses a request that gives a parameter twice, in its address, its form or one in each, because two readers could see two
 * different ones (S-22). No route takes a list; what measures and asks after health is served by others and not looked at.
 */
@Component
class OnceEach implements HandlerInterceptor, WebMvcConfigurer {

    private static final int MOST_SHOWN = 60;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        repeated(names(request)).ifPresent(it -> {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "The parameter (%s) is given more than once; expected: each once. Nothing was done. Leave all but one of them out."
                            .formatted(Shown.of(it.substring(0, Math.min(MOST_SHOWN, it.length())))));
        });
        return true;
    }

    private static Stream<String> names(HttpServletRequest request) {
        return RestrictedDoor.isReported(request) ? inTheAddress(request) : inAll(request);
    }

    private static Stream<String> inAll(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(it -> Collections.nCopies(it.getValue().length, it.getKey()).stream());
    }

    /** Whoever asks for a parameter here has a body taken apart that its door wants whole. */
    private static Stream<String> inTheAddress(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .entrySet()
                .stream()
                .flatMap(it -> Collections.nCopies(it.getValue().size(), decoded(it.getKey())).stream());
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return name;
        }
    }

    private static Optional<String> repeated(Stream<String> names) {
        var seen = new HashSet<String>();
        return names.filter(it -> !seen.add(it)).findFirst();
    }
}
