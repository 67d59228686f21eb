package whatnow.chat.verb;

import org.springframework.stereotype.Component;
import whatnow.action.IncidentActions;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.security.Role;

/** Says who has an incident. */
@Component
class AckVerb implements Verb {

    private final IncidentActions actions;
    private final Acting acting;

    AckVerb(IncidentActions actions, Acting acting) {
        this.actions = actions;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return Usage.acts(
                        Role.RESPONDER,
                        "ack",
                        "ack [INC] [note]",
                        "You have it. Everybody sees your name and the note.")
                .alias("acknowledge", "mine");
    }

    @Override
    public Reply answer(Said said) {
        return acting.on(said, name(), (NowCard card, String note) -> {
            actions.acknowledge(said.person(), card.incident(), note);
            return "%s has %s.".formatted(said.person().name(), card.incident());
        });
    }
}
