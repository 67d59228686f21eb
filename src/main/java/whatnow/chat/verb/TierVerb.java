package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.chat.CardRows;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;

/** What is switched off. */
@Component
class TierVerb implements Verb {

    private final OnScreen screen;

    TierVerb(OnScreen screen) {
        this.screen = screen;
    }

    @Override
    public Usage usage() {
        return Usage.looks("tier", "tier [INC]", "The degradation tier: proposed, in force, and what it switches off.")
                .alias("degradation");
    }

    @Override
    public boolean takes(String rest) {
        return rest.isBlank() || OnScreen.number(rest).isPresent();
    }

    @Override
    public Reply answer(Said said) {
        return switch (screen.meant(said, name())) {
            case OnScreen.One one -> shown(one.card());
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    private static Reply shown(NowCard card) {
        var tier = card.tier();
        var rows = new ArrayList<Row>();
        rows.add(Row.head(
                tier.known()
                        ? "%s: proposed %s, in force %s".formatted(card.incident(), tier.proposed(), tier.inForce())
                        : "%s: the plan %s has no tiers.".formatted(card.incident(), card.plan())));
        if (!tier.switchedOff().isEmpty()) {
            rows.add(Row.text("Switches off: " + String.join(", ", tier.switchedOff())));
        }
        tier.article().ifPresent(it -> rows.add(Row.link("How to switch: " + it, "/kb/" + it)));
        if (tier.known()) {
            rows.add(Row.note("To say what is in force: fact tier_in_force tier=%s".formatted(tier.proposed())));
        }
        return new Reply(
                Outcome.ANSWERED,
                !card.isRestricted(),
                Optional.of(card.incident()),
                CardRows.version(card),
                rows,
                List.of(),
                List.of(),
                List.of());
    }
}
