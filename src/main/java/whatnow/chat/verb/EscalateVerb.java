package whatnow.chat.verb;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import whatnow.action.IncidentActions;
import whatnow.chat.Reply;
import whatnow.chat.Said;
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
    public String name() {
        return "escalate";
    }

    @Override
    public List<String> aliases() {
        return List.of("engage");
    }

    @Override
    public String form() {
        return "escalate [INC] [L1-L4] [reason]";
    }

    @Override
    public String says() {
        return "Calls for the next level of the plan, or for everybody up to the level you name. You still have to call them.";
    }

    @Override
    public Role needs() {
        return Role.RESPONDER;
    }

    @Override
    public boolean changes() {
        return true;
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
