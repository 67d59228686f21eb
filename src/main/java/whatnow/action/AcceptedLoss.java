package whatnow.action;

import static whatnow.action.Refusal.cut;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.asking.Answer;
import whatnow.decision.asking.AnsweredFact;
import whatnow.now.Times;
import whatnow.plan.RecoveryPlan;

/**
 * A named person gives up what one of the strategies loses, in the name of a role that may.
 *
 * @param since writes after this are given up, and no others
 */
record AcceptedLoss(Weighed strategy, String role, Instant since) {

    /** @param now for the time that the answer names, if it names one: what is given up must be what was read */
    static AcceptedLoss of(Answer answer, Optional<Choice> choice, Optional<RecoveryPlan> plan, Instant now) {
        var strategy = choice.stream()
                .flatMap(it -> Stream.concat(it.chosen().stream(), it.runnerUp().stream()))
                .filter(it -> it.kind().key().equalsIgnoreCase(answer.answer().strip()))
                .filter(it -> it.lossSince().isPresent())
                .findFirst()
                .orElseThrow(() -> refused("What (%s) loses is not known, so nobody can accept it."
                        .formatted(answer.answer().strip())));
        var since = strategy.lossSince().orElseThrow();
        if (!answer.at().isBlank() && !isThen(answer.at(), since, now)) {
            throw refused("It gives up writes after %s now, and not after (%s). Look at it again."
                    .formatted(Times.full(since), cut(answer.at())));
        }
        return new AcceptedLoss(strategy, role(answer.what().strip(), roles(strategy), plan), since);
    }

    private static boolean isThen(String said, Instant since, Instant now) {
        return Answer.time(said, now)
                .filter(it -> it.equals(since.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }

    private static List<String> roles(Weighed strategy) {
        return strategy.gates().stream()
                .filter(it -> it.because().equals("accepts the loss"))
                .flatMap(AcceptedLoss::deciders)
                .distinct()
                .toList();
    }

    private static Stream<String> deciders(Gate gate) {
        return Stream.concat(gate.role().stream(), gate.deputy().stream());
    }

    /** By its id or its title. Where the plan names nobody, any role that is said. */
    private static String role(String said, List<String> roles, Optional<RecoveryPlan> plan) {
        if (roles.isEmpty() && !said.isBlank()) {
            return said;
        }
        return roles.stream()
                .filter(it -> folded(it).equals(folded(said))
                        || plan.flatMap(one -> one.contact(it))
                                .filter(contact -> folded(contact.title()).equals(folded(said)))
                                .isPresent())
                .findFirst()
                .orElseThrow(() -> refused("Say in whose name the loss is accepted: %s; (%s) may not."
                        .formatted(String.join(" or ", roles), said)));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    }

    SortedMap<String, Object> fields() {
        return AnsweredFact.accepted(strategy.kind(), role, since);
    }

    String words() {
        return "%s as %s: writes after %s are given up"
                .formatted(strategy.kind().words(), role.replace('_', ' '), Times.full(since));
    }

    private static ResponseStatusException refused(String words) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, words);
    }
}
