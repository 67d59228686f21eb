package whatnow.signal.generic;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import whatnow.incident.FactType;
import whatnow.signal.Refused;

/** Who is asking, as far as this door cares: a person, a machine with a token for intake, or nobody known. */
record Speaker(Optional<String> name, boolean isMachine) {

    private static final String MACHINES = "INTAKE";

    static Speaker of(HttpServletRequest request) {
        return new Speaker(
                Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName),
                request.isUserInRole(MACHINES));
    }

    /** The signed-in person's name. */
    String person(FactType type) {
        if (isMachine) {
            throw Refused.field(
                    HttpStatus.FORBIDDEN,
                    "source",
                    "a token for intake",
                    "a signed-in person; no machine says (%s) in a person's name".formatted(type.key()));
        }
        return name.orElseThrow(() -> Refused.field(
                HttpStatus.UNAUTHORIZED,
                "source",
                "nobody signed in",
                "a signed-in person, who says (%s) by name".formatted(type.key())));
    }
}
