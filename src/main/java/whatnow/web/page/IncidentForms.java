package whatnow.web.page;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whatnow.action.ArticleFeedback;
import whatnow.action.IncidentActions;
import whatnow.action.RestrictionActions;
import whatnow.decision.asking.Answer;
import whatnow.security.Person;
import whatnow.web.Back;

/** The buttons of a card. Each writes a fact down and leads back to where it was pressed. */
@Controller
@RequestMapping("/incidents/{number}")
class IncidentForms {

    private final IncidentActions actions;
    private final RestrictionActions restricting;
    private final ArticleFeedback feedback;

    IncidentForms(IncidentActions actions, RestrictionActions restricting, ArticleFeedback feedback) {
        this.actions = actions;
        this.restricting = restricting;
        this.feedback = feedback;
    }

    @PostMapping("/acknowledge")
    String acknowledge(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "/") String back) {
        actions.acknowledge(person, number, note);
        return Back.redirect(back);
    }

    @PostMapping("/declare")
    String declare(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String severity,
            @RequestParam(defaultValue = "/") String back) {
        actions.declare(person, number, severity);
        return Back.redirect(back);
    }

    @PostMapping("/escalate")
    String escalate(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = IncidentActions.ASKED_FOR) String reason,
            @RequestParam(defaultValue = "/") String back) {
        actions.escalate(person, number, level, reason);
        return Back.redirect(back);
    }

    @PostMapping("/status")
    String status(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String status,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "/") String back) {
        actions.status(person, number, status, reason);
        return Back.redirect(back);
    }

    @PostMapping("/resolve")
    String resolve(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String typed,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "/") String back) {
        actions.resolve(person, number, typed, reason);
        return Back.redirect(back);
    }

    @PostMapping("/step")
    String step(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String article,
            @RequestParam String section,
            @RequestParam int step,
            @RequestParam(defaultValue = "") String strategy,
            @RequestParam(defaultValue = "/") String back) {
        actions.tick(person, number, article, section, step, strategy);
        return Back.redirect(back);
    }

    @PostMapping("/answer")
    String answer(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String taken,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String covers,
            @RequestParam(defaultValue = "/") String back) {
        actions.answer(person, number, new Answer(key, answer, at, amount, what, taken, how, covers));
        return Back.redirect(back);
    }

    @PostMapping("/called")
    String called(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String level,
            @RequestParam boolean reached,
            @RequestParam(defaultValue = "/") String back) {
        actions.called(person, number, level, reached);
        return Back.redirect(back);
    }

    @PostMapping("/override")
    String override(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String of,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String role,
            @RequestParam String reason,
            @RequestParam(defaultValue = "/") String back) {
        actions.override(person, number, of, to, role, reason);
        return Back.redirect(back);
    }

    @PostMapping("/approve")
    String approve(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String of,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "/") String back) {
        actions.approve(person, number, of, role);
        return Back.redirect(back);
    }

    @PostMapping("/restrict")
    String restrict(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String names,
            @RequestParam(defaultValue = "/") String back) {
        restricting.restrict(person, number, reason, names);
        return Back.redirect(back);
    }

    @PostMapping("/lift")
    String lift(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String reason,
            @RequestParam(defaultValue = "/") String back) {
        restricting.lift(person, number, reason);
        return Back.redirect(back);
    }

    /** @param said a verdict and, unless it is {@code missing} alone, the article: {@code helped fail-back#steps} */
    @PostMapping("/feedback")
    String feedback(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String said,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "/") String back) {
        var words = said.strip().split("\\s+", 2);
        feedback.say(person, number, words.length > 1 ? words[1] : "", words[0], note);
        return Back.redirect(back);
    }

    @PostMapping("/note")
    String note(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestParam String text,
            @RequestParam(defaultValue = "/") String back) {
        actions.note(person, number, text);
        return Back.redirect(back);
    }
}
