package whatnow.web.page;

import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whatnow.chat.Commands;
import whatnow.chat.Line;
import whatnow.chat.Reply;
import whatnow.security.Person;

/** The grammar of chat in the browser: a line is typed in the box of every page and answered here. */
@Controller
@RequestMapping("/console")
class ConsolePage {

    private final Commands commands;

    ConsolePage(Commands commands) {
        this.commands = commands;
    }

    /** Nothing is done by following a link. */
    @GetMapping
    String page(Model model) {
        model.addAttribute("line", "");
        model.addAttribute("reply", Optional.<Reply>empty());
        return "console/page";
    }

    @PostMapping
    String answer(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam(defaultValue = "") String seen,
            Model model) {
        fill(person, line, incident, seen, model);
        return "console/page";
    }

    /** The answer alone, for the page to put in place. */
    @PostMapping(headers = "HX-Request")
    String reply(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam(defaultValue = "") String seen,
            Model model) {
        fill(person, line, incident, seen, model);
        return "console/reply";
    }

    private void fill(Person person, String line, String incident, String seen, Model model) {
        var said = new Line(person, line, given(incident), given(seen));
        model.addAttribute("line", line);
        model.addAttribute("reply", Optional.of(commands.answer(said)));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(it -> !it.isBlank());
    }
}
