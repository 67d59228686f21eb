package whatnow.chat.verb;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import whatnow.action.IncidentActions;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.security.Role;

/** Ticks a step. */
@Component
class DoneVerb implements Verb {

    private final IncidentActions actions;
    private final Acting acting;

    DoneVerb(IncidentActions actions, Acting acting) {
        this.actions = actions;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return Usage.acts(
                        Role.RESPONDER,
                        "done",
                        "done [INC] <step>",
                        "Ticks a step of the article. From the first one on the strategy is held.")
                .alias("tick");
    }

    @Override
    public boolean takes(String rest) {
        return rest.isBlank() || rest.matches("(?i)(INC-\\d{4}-\\d+\\s+)?(step\\s+)?\\d{1,3}");
    }

    @Override
    public Reply answer(Said said) {
        return acting.on(said, name(), (NowCard card, String rest) -> {
            var now = card.doNow();
            var number = rest.replaceFirst("(?i)^step\\s+", "").strip();
            var step = now.steps().stream()
                    .filter(it -> Integer.toString(it.number()).equals(number))
                    .findFirst()
                    .orElseThrow(() -> refused(card, number));
            var article = now.article().orElseThrow(() -> refused(card, number)).split("#", 2);
            actions.tick(
                    said.person(),
                    card.incident(),
                    article[0],
                    article.length > 1 ? article[1] : "",
                    step.number(),
                    now.strategyKey().orElse(""));
            return "%s ticked step %d: %s".formatted(said.person().name(), step.number(), step.title());
        });
    }

    private static ResponseStatusException refused(NowCard card, String number) {
        var next = card.doNow().steps().stream()
                .map(it -> Integer.toString(it.number()))
                .toList();
        return new ResponseStatusException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                next.isEmpty()
                        ? "%s has no steps to tick.".formatted(card.incident())
                        : "The step (%s) is not one of the next ones, which are %s. Say for example: done %s"
                                .formatted(Cut.of(number), String.join(", ", next), next.getFirst()));
    }
}
