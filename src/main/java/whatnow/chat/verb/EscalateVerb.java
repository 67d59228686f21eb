package whatnow.chat.verb;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import whatnow.action.IncidentActions;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.security.Role;

/** Asks for the next level to be called. */
@Component
class EscalateVerb implements Verb {

    private static final Pattern LEVEL = Pattern.compile("[Ll][1-9]");

    private final IncidentActions actions;
    private final Acting acting;

    EscalateVerb(IncidentActions actions, Acting acting) {
        this.actions = actions;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return Usage.acts(
                        Role.RESPONDER,
                        "escalate",
                        "escalate [INC] [L1-L4] [reason]",
                        "Calls for the next level of the plan, or for everybody up to the level you name. You still have to call them.")
                .alias("engage");
    }

    @Override
    public Reply answer(Said said) {
        return acting.on(said, name(), (NowCard card, String rest) -> {
            var parts = rest.split("\\s+", 2);
            var isLevel = LEVEL.matcher(parts[0]).matches();
            var reason = isLevel ? parts.length > 1 ? parts[1] : "" : rest;
            actions.escalate(
                    said.person(),
                    card.incident(),
                    isLevel ? parts[0] : "",
                    reason.isBlank() ? IncidentActions.ASKED_FOR : reason);
            return "%s asked for the next level. Call them: their numbers are below."
                    .formatted(said.person().name());
        });
    }
}
