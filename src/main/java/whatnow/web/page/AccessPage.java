package whatnow.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import whatnow.chat.account.Linker;
import whatnow.security.Keyring;
import whatnow.security.Person;
import whatnow.security.Role;

/** Lets people in and shuts them out. A secret is shown in the answer to the form that made it, and never again. */
@Controller
class AccessPage {

    private final Keyring keyring;
    private final Linker linker;

    AccessPage(Keyring keyring, Linker linker) {
        this.keyring = keyring;
        this.linker = linker;
    }

    @GetMapping("/access")
    String page(Model model) {
        return shown("", "", model);
    }

    @PostMapping("/access/links")
    String link(
            @AuthenticationPrincipal Person person,
            @RequestParam String role,
            Model model,
            HttpServletRequest request) {
        var wanted = role(role);
        if (!wanted.isForPeople()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "That role is for machines. Make a token for it.");
        }
        var invitation = keyring.invite(wanted, person.name());
        var link = ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath("/sign-in/link")
                .queryParam("code", invitation.secret())
                .toUriString();
        return shown("Login link, works once within the hour, role %s".formatted(wanted.key()), link, model);
    }

    @PostMapping("/access/tokens")
    String token(
            @AuthenticationPrincipal Person person, @RequestParam String role, @RequestParam String name, Model model) {
        if (name.isBlank() || name.strip().length() > Person.LONGEST_NAME) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "A name has 1 to 80 characters.");
        }
        var issued = keyring.issue(name, role(role), person.name());
        return shown("Token of %s, role %s".formatted(issued.token().name(), role), issued.secret(), model);
    }

    @PostMapping("/access/tokens/{id}/revoke")
    String revoke(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        keyring.revoke(id, person.name());
        return "redirect:/access";
    }

    @PostMapping("/access/accounts/{id}/unlink")
    String unlink(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        linker.unlink(id, person.name());
        return "redirect:/access";
    }

    private String shown(String title, String secret, Model model) {
        model.addAttribute("madeTitle", title);
        model.addAttribute("made", secret);
        model.addAttribute("tokens", keyring.live());
        model.addAttribute("links", keyring.links());
        model.addAttribute("accounts", linker.links());
        model.addAttribute("roles", Role.values());
        return "access/page";
    }

    private static Role role(String key) {
        return Role.named(key)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "That role does not exist."));
    }
}
