package whatnow.chat;

import java.util.List;
import whatnow.now.NowCard;
import whatnow.now.NowCard.Ground;
import whatnow.now.NowCard.Next;
import whatnow.now.NowCard.Said;
import whatnow.now.NowCard.Why;
import whatnow.now.Times;

/** Why, whom to call, what is switched off, and what to find out first. */
final class RestRows {

    private static final int CALLS = 2;
    private static final int CONTACTS = 3;

    static void write(NowCard card, RankedRows rows) {
        rows.say(2, why(card.why()));
        card.next().stream()
                .limit(CALLS)
                .forEach(it -> rows.say(it.state().equals("upcoming") ? 9 : 2, next(it, card)));
        rows.say(6, tier(card.tier()));
        card.unknowns().stream()
                .limit(1)
                .forEach(it -> rows.say(1, "? " + it.question() + CardButtons.howToSay(card, it)));
    }

    private static String why(Why why) {
        return "Why: %s%s · changed in the last 60 min: %s"
                .formatted(
                        why.rules().stream().findFirst().map(RestRows::rule).orElse("no rule spoke"),
                        why.runnerUp()
                                .map(it -> " · not %s (%s)".formatted(it.strategy(), it.lostBecause()))
                                .orElse(""),
                        why.changed());
    }

    private static String rule(Said said) {
        return "\"%s\"%s"
                .formatted(
                        said.rule(),
                        said.grounds().stream()
                                .findFirst()
                                .map(RestRows::ground)
                                .orElse(""));
    }

    private static String ground(Ground ground) {
        return " (%s%s)"
                .formatted(
                        ground.text(),
                        ground.age().map(it -> ", " + Times.span(it) + " ago").orElse(""));
    }

    private static String next(Next next, NowCard card) {
        var when = next.by()
                .map(it -> it.isAfter(card.askedAt())
                        ? " by %s (%s)".formatted(Times.near(it, card.askedAt()), Times.relative(it, card.askedAt()))
                        : next.state().equals("OVERDUE") ? " since " + Times.near(it, card.askedAt()) : " now")
                .orElse(next.state().equals("upcoming") ? ", once the incident is declared" : "");
        var contacts = next.state().equals("answered") ? List.<String>of() : next.contacts();
        return "%s%s: %s %s%s"
                .formatted(
                        next.state(),
                        next.state().equals("answered") ? "" : when,
                        next.level(),
                        next.title(),
                        contacts.isEmpty()
                                ? ""
                                : ", "
                                        + String.join(
                                                "; ",
                                                contacts.stream()
                                                        .limit(CONTACTS)
                                                        .toList()));
    }

    private static String tier(NowCard.Tier tier) {
        return tier.known()
                ? "Tier: proposed %s, in force %s".formatted(tier.proposed(), tier.inForce())
                : "Tier: this plan has none";
    }

    private RestRows() {}
}
