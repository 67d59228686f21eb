package whatnow.chat;

import java.util.List;
import whatnow.now.NowCard;
import whatnow.now.NowCard.Head;
import whatnow.now.Times;

/** How bad it is, where, and who has it. */
final class HeadRows {

    static void write(NowCard card, RankedRows rows) {
        var head = card.head();
        rows.head(severity(head));
        rows.say(
                3,
                "%s%s · %s%s"
                        .formatted(
                                card.mode(),
                                card.incident().isEmpty() ? "" : " · " + card.incident(),
                                stamp(card),
                                card.oldestFact()
                                        .map(it -> " · oldest fact " + Times.relative(it, card.askedAt()))
                                        .orElse("")));
        rows.say(
                RankedRows.ALWAYS,
                "%s · %s · %s"
                        .formatted(
                                head.servicesInWords(),
                                joined(head.regions(), "region unknown"),
                                head.who().map(it -> it + " has it").orElse("nobody has it yet")));
        head.lastKnown()
                .ifPresent(it -> rows.say(1, "Last known severity: " + it + ". Only a person lowers or resolves it."));
        rows.say(4, clock(card) + "decide by: " + head.decideBy());
    }

    private static String stamp(NowCard card) {
        if (card.isSupposed()) {
            return "not recorded";
        }
        return (card.decision().isEmpty() ? "opened " : "decided ") + Times.near(card.decidedAt(), card.askedAt());
    }

    private static String severity(Head head) {
        return "%s %s %s%s · urgency %s · for %s"
                .formatted(
                        sign(head.shape()),
                        head.severity(),
                        head.severityWords(),
                        head.assumed() ? " (assumed)" : "",
                        head.urgency(),
                        Times.span(head.age()));
    }

    /** Beside the word and never instead of it. */
    private static String sign(String shape) {
        return switch (shape) {
            case "square" -> "\u25A0";
            case "diamond" -> "\u25C6";
            case "triangle" -> "\u25B2";
            case "circle" -> "\u25CF";
            case "dash" -> "\u2013";
            default -> "?";
        };
    }

    private static String clock(NowCard card) {
        return card.head()
                .clock()
                .map(it -> it.missed()
                        ? "RTO %s MISSED by %s · ".formatted(Times.span(it.target()), Times.span(it.left()))
                        : "RTO %s, %s left, until %s · "
                                .formatted(
                                        Times.span(it.target()),
                                        Times.span(it.left()),
                                        Times.near(it.endsAt(), card.askedAt())))
                .orElse("");
    }

    private static String joined(List<String> words, String otherwise) {
        return words.isEmpty() ? otherwise : String.join(", ", words);
    }

    private HeadRows() {}
}
