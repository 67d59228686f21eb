package whatnow.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import whatnow.clearance.Clearance;
import whatnow.decision.Decision;
import whatnow.decision.DecisionLog;
import whatnow.decision.Outcome;
import whatnow.security.Person;

/** Decisions for programs. */
@RestController
@RequestMapping("/api/v1/decisions/{number}")
@Tag(name = "Decisions")
class DecisionsApi {

    private final DecisionLog log;
    private final Clearance clearance;

    DecisionsApi(DecisionLog log, Clearance clearance) {
        this.log = log;
        this.clearance = clearance;
    }

    /** Why: every rule that spoke and every strategy that was weighed. */
    record Explanation(
            String decision,
            String sha256,
            Outcome.Assessment assessment,
            Outcome.Choice choice,
            List<Outcome.Reason> reasons) {}

    @GetMapping
    Decision one(@AuthenticationPrincipal Person person, @PathVariable String number) {
        return log.find(number)
                .map(it -> clearance.afterReading(person, it.incident()).decision(it))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no decision of this number."));
    }

    @GetMapping("/explanation")
    Explanation explanation(@AuthenticationPrincipal Person person, @PathVariable String number) {
        var decision = one(person, number);
        var outcome = decision.outcome();
        return new Explanation(
                decision.number(), decision.sha256(), outcome.assessment(), outcome.choice(), outcome.reasons());
    }
}
