package whatnow.chat.verb;

import org.springframework.stereotype.Component;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.decision.DecisionDesk;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.now.NowCard;

/** Does something about the incident that is meant, and shows what follows from it. */
@Component
class Acting {

    private final OnScreen screen;
    private final Incidents incidents;
    private final DecisionDesk desk;

    Acting(OnScreen screen, Incidents incidents, DecisionDesk desk) {
        this.screen = screen;
        this.incidents = incidents;
        this.desk = desk;
    }

    /** Does it and says in one sentence what was done. */
    @FunctionalInterface
    interface Deed {

        String done(NowCard card, String rest);
    }

    /** @param verb to be said again with a number where it is not certain which incident is meant */
    Reply on(Said said, String verb, Deed deed) {
        return switch (screen.meant(said, verb)) {
            case OnScreen.One(NowCard card, String rest) -> after(said, card.incident(), deed.done(card, rest));
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    /** The card with what was just said in it. */
    Reply after(Said said, String number, String done) {
        incidents.numbered(number).map(Incident::id).ifPresent(desk::catchUp);
        return screen.after(said.person(), number, done);
    }
}
