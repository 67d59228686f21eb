package whatnow.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import whatnow.incident.Restrictions;
import whatnow.security.Door;
import whatnow.security.Keyring;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.security.Sessions;
import whatnow.web.Back;

/** Two ways in: a login link that works once, and a token. */
@Controller
class SignInPage {

    private final Keyring keyring;
    private final Door door;
    private final Sessions sessions;
    private final Restrictions restrictions;

    SignInPage(Keyring keyring, Door door, Sessions sessions, Restrictions restrictions) {
        this.keyring = keyring;
        this.door = door;
        this.sessions = sessions;
        this.restrictions = restrictions;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "/") String to, Model model) {
        return again(to, "", model);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String token,
            @RequestParam(defaultValue = "/") String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (door.knock(token.strip(), request.getRemoteAddr())) {
            case Door.Known(var known)
            when known.role().isForPeople() -> {
                sessions.begin(new Person(known.name(), known.role()), known.id(), request, response);
                yield Back.redirect(to);
            }
            case Door.Known _ -> {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                yield again(to, "That token is for machines. Ask an admin for one of your own.", model);
            }
            case Door.Unknown _ -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                yield again(to, "That token is not known. It may have been revoked.", model);
            }
            case Door.TooMany(var pause) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader("Retry-After", Long.toString(pause.toSeconds() + 1));
                yield again(to, "Too many wrong tokens. Wait %d s.".formatted(pause.toSeconds() + 1), model);
            }
        };
    }

    /** Shows a form and uses nothing up: chats and mail programs open links by themselves. */
    @GetMapping("/sign-in/link")
    String link(@RequestParam String code, Model model, HttpServletResponse response) {
        var known = keyring.invitation(code);
        if (known.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("code", code);
        model.addAttribute("works", known.isPresent());
        model.addAttribute("role", known.map(it -> it.role().key()).orElse(Role.VIEWER.key()));
        return "access/link";
    }

    @PostMapping("/sign-in/link")
    String accept(
            @RequestParam String code,
            @RequestParam String name,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var pause = door.linkPause(request.getRemoteAddr(), code);
        if (pause.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", Long.toString(pause.get().toSeconds() + 1));
            return again(
                    "/",
                    "Too many wrong tokens or links. Wait %d s, then open the link again."
                            .formatted(pause.get().toSeconds() + 1),
                    model);
        }
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > Person.LONGEST_NAME) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return link(code, model, response);
        }
        keyring.invitation(code).ifPresent(it -> refuseANameThatOpensMore(plain, it.role()));
        var link = keyring.invitation(code).flatMap(it -> keyring.accept(code, new Person(plain, it.role())));
        if (link.isEmpty()) {
            door.wrongLink(request.getRemoteAddr());
            return link(code, model, response);
        }
        sessions.begin(new Person(plain, link.get().role()), link.get().id(), request, response);
        return "redirect:/";
    }

    /** Whoever has a link types the name; a name that opens a restricted incident must come from an admin. */
    private void refuseANameThatOpensMore(String name, Role role) {
        if (!role.covers(Role.COMMANDER)
                && restrictions.inForce().stream().anyMatch(it -> it.names().contains(name))) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "A link is not enough for this name now. Ask an admin for a token, or take another name.");
        }
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/sign-in";
    }

    private static String again(String to, String problem, Model model) {
        model.addAttribute("to", Back.to(to));
        model.addAttribute("problem", problem);
        return "access/sign-in";
    }
}
