package whatnow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import whatnow.security.Person;
import whatnow.time.Now;

/** Puts the frame round every page. */
@Component
@ControllerAdvice("whatnow.web.page")
class Frames {

    private final Now now;
    private final Assets assets;

    Frames(Now now, Assets assets) {
        this.now = now;
        this.assets = assets;
    }

    @ModelAttribute("frame")
    Frame of(HttpServletRequest request) {
        return new Frame(request.getRequestURI(), person(), Theme.of(request), form(request), now.instant(), assets);
    }

    private static Optional<Person> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(it -> it.getPrincipal() instanceof Person)
                .map(it -> (Person) it.getPrincipal());
    }

    /** Reading it also sets its cookie, which must happen before the page leaves. */
    private static String form(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken it ? it.getToken() : "";
    }
}
