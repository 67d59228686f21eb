package whatnow.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import whatnow.security.Keyring;
import whatnow.security.Person;
import whatnow.security.Role;

/** Makes tokens and login links. The secret is in the answer and nowhere else. */
@RestController
@Tag(name = "Access")
class AccessApi {

    private final Keyring keyring;

    AccessApi(Keyring keyring) {
        this.keyring = keyring;
    }

    record Wanted(String role, String name) {}

    record Made(String token, String name, String role) {}

    record Invited(String path, String role, Instant expiresAt) {}

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Made token(@AuthenticationPrincipal Person person, @RequestBody Wanted wanted) {
        if (wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > Person.LONGEST_NAME) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "A name has 1 to 80 characters.");
        }
        var issued = keyring.issue(wanted.name(), role(wanted.role()), person.name());
        return new Made(
                issued.secret(), issued.token().name(), issued.token().role().key());
    }

    @PostMapping("/api/v1/links")
    @ResponseStatus(HttpStatus.CREATED)
    Invited link(@AuthenticationPrincipal Person person, @RequestBody Wanted wanted) {
        var role = role(wanted.role());
        if (!role.isForPeople()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "That role is for machines. Make a token for it.");
        }
        var made = keyring.invite(role, person.name());
        return new Invited("/sign-in/link?code=" + made.secret(), role.key(), made.expiresAt());
    }

    private static Role role(String key) {
        return Role.named(key == null ? "" : key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The role must be one of viewer, responder, commander, rule_author, approver, admin, intake."));
    }
}
