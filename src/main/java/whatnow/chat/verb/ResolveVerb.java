package whatnow.chat.verb;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import whatnow.action.IncidentActions;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.security.Role;

/** Says that an incident is over. */
@Component
class ResolveVerb implements Verb {

    private final IncidentActions actions;
    private final Acting acting;

    ResolveVerb(IncidentActions actions, Acting acting) {
        this.actions = actions;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return Usage.acts(
                Role.RESPONDER,
                "resolve",
                "resolve INC <reason>",
                "Says that it is over. Type its number: this is not taken back. SEV1, SEV2 and UNKNOWN need a commander.");
    }

    @Override
    public Reply answer(Said said) {
        return acting.on(said, name(), (NowCard card, String rest) -> {
            var typed = OnScreen.number(said.rest())
                    .orElseThrow(() -> new ResponseStatusException(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "Type the number, because this is not taken back: resolve %s and why it is over."
                                    .formatted(card.incident())));
            if (rest.isBlank()) {
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "Say how you know that it is over: resolve %s a test write succeeds from outside."
                                .formatted(card.incident()));
            }
            actions.resolve(said.person(), card.incident(), typed, rest);
            return "%s says that %s is resolved: %s".formatted(said.person().name(), card.incident(), rest);
        });
    }
}
