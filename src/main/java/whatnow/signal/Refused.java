package whatnow.signal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that is not taken, in words for whoever sent it. */
public final class Refused extends RuntimeException {

    private final HttpStatus status;
    private final Optional<Field> field;
    private final Optional<Integer> position;

    private record Field(String name, String was, String expected) {}

    private Refused(HttpStatus status, String why, Optional<Field> field, Optional<Integer> position) {
        super(why, null, false, false);
        this.status = status;
        this.field = field;
        this.position = position;
    }

    public static Refused because(HttpStatus status, String why) {
        return new Refused(status, why, Optional.empty(), Optional.empty());
    }

    /** The text is broken at a character or byte, counted from 0. */
    public static Refused at(int position, String why) {
        return new Refused(HttpStatus.BAD_REQUEST, why, Optional.empty(), Optional.of(position));
    }

    public static Refused field(String name, String was, String expected) {
        return field(HttpStatus.BAD_REQUEST, name, was, expected);
    }

    public static Refused field(HttpStatus status, String name, String was, String expected) {
        var shown = was.length() > 200 ? was.substring(0, 200) + "..." : was;
        var why = "The field (%s) is (%s); expected: %s.".formatted(name, shown, expected);
        return new Refused(status, why, Optional.of(new Field(name, shown, expected)), Optional.empty());
    }

    public HttpStatus status() {
        return status;
    }

    public String why() {
        return String.valueOf(getMessage());
    }

    /** For whoever tells of the request once it is over. */
    void remember(HttpServletRequest request) {
        request.setAttribute(Refused.class.getName(), this);
    }

    /** Why the request was not taken, if one of our doors said so. */
    public static Optional<Refused> of(HttpServletRequest request) {
        return request.getAttribute(Refused.class.getName()) instanceof Refused it ? Optional.of(it) : Optional.empty();
    }

    public ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(status, why());
        problem.setType(URI.create("about:blank"));
        field.ifPresent(it -> {
            problem.setProperty("field", it.name());
            problem.setProperty("was", it.was());
            problem.setProperty("expected", it.expected());
        });
        position.ifPresent(it -> problem.setProperty("position", it));
        return problem;
    }
}
