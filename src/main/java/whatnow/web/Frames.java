package whatnow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import whatnow.database.disk.Disk;
import whatnow.message.Undelivered;
import whatnow.plan.Plans;
import whatnow.rulebook.BooksInForce;
import whatnow.security.Person;
import whatnow.time.Now;
import whatnow.web.Frame.Trouble;

/** Puts the frame round every page. */
@Component
@ControllerAdvice("whatnow.web.page")
class Frames {

    private final Now now;
    private final Assets assets;
    private final BooksInForce books;
    private final Plans plans;
    private final Undelivered undelivered;
    private final Disk disk;

    Frames(Now now, Assets assets, BooksInForce books, Plans plans, Undelivered undelivered, Disk disk) {
        this.now = now;
        this.assets = assets;
        this.books = books;
        this.plans = plans;
        this.undelivered = undelivered;
        this.disk = disk;
    }

    @ModelAttribute("frame")
    Frame of(HttpServletRequest request) {
        var person = person();
        return new Frame(
                request.getRequestURI(),
                person,
                Theme.of(request),
                form(request),
                now.instant(),
                assets,
                person.isPresent() ? troubles() : List.of());
    }

    private List<Trouble> troubles() {
        var troubles = new ArrayList<Trouble>();
        disk.troubles().stream().map(it -> new Trouble(it, "")).forEach(troubles::add);
        books.troubles().stream().map(it -> new Trouble(it, "/rules")).forEach(troubles::add);
        plans.problems().stream()
                .map(it -> it.plan())
                .distinct()
                .map(it -> new Trouble(
                        "The newest text of the plan (%s) was not taken; the last good one is in force.".formatted(it),
                        "/plans"))
                .forEach(troubles::add);
        undelivered.troubles().stream().map(it -> new Trouble(it, "")).forEach(troubles::add);
        return troubles;
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
