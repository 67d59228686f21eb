package whatnow.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import whatnow.chat.account.Linker;
import whatnow.now.Shown;
import whatnow.security.Credential;
import whatnow.security.Person;

/** Where somebody who is signed in says that a chat account is theirs. */
@Controller
class ChatLinkPage {

    private static final String TOO_LATE =
            "The link works once and for thirty minutes, and only the newest one of an account. Write in the chat again and"
                    + " take the new one.";

    private final Linker linker;

    ChatLinkPage(Linker linker) {
        this.linker = linker;
    }

    /** Shows whose it is and uses nothing up: chats open links by themselves. */
    @GetMapping("/chat/link")
    String page(
            @AuthenticationPrincipal Person person,
            @RequestParam String code,
            Model model,
            HttpServletResponse response) {
        var offer = linker.offered(code);
        if (offer.isEmpty()) {
            return gone(model, response);
        }
        model.addAttribute("person", person);
        model.addAttribute("offer", offer.get());
        model.addAttribute("code", code);
        model.addAttribute("taken", linker.takenBy(offer.get(), person).orElse(""));
        return "chat/link";
    }

    @PostMapping("/chat/link")
    String link(
            @AuthenticationPrincipal Person person,
            @RequestParam String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var credential = Credential.of(request)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Sign in first."));
        return switch (linker.accept(code, person, credential)) {
            case Linker.Linked(var link) ->
                said(
                        "That is you now",
                        "%s in %s acts as %s, %s. Go back to the chat and say it again."
                                .formatted(
                                        Shown.of(link.handle()),
                                        link.user().service().title(),
                                        Shown.of(person.name()),
                                        person.role().key()),
                        model);
            case Linker.Gone _ -> gone(model, response);
            case Linker.Taken(var name) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield said(
                        "That account is somebody else's",
                        "It acts as %s already. An admin unlinks it on the Access page.".formatted(Shown.of(name)),
                        model);
            }
            case Linker.ForPeopleOnly _ ->
                throw new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "That token is for machines. Sign in as yourself.");
        };
    }

    private static String gone(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return said("This link does not work any more", TOO_LATE, model);
    }

    private static String said(String title, String words, Model model) {
        model.addAttribute("title", title);
        model.addAttribute("words", words);
        return "chat/linked";
    }
}
