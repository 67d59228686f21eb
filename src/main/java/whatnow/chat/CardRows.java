package whatnow.chat;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.now.NowCard;
import whatnow.now.NowText;
import whatnow.now.Times;

/**
 * The card in as many rows as a chat has room for, in its order. What there is no room for stands in the details, where
 * all of the card is.
 */
public final class CardRows {

    /** @param first what has to be said before the card */
    public static Reply reply(NowCard card, Outcome outcome, List<Row> first) {
        var isThere = !card.incident().isEmpty();
        return new Reply(
                outcome,
                !card.isRestricted(),
                isThere ? Optional.of(card.incident()) : Optional.empty(),
                version(card),
                rows(card).within(first, Reply.MOST_ROWS),
                List.of(Row.command(NowText.of(card))),
                List.of(),
                isThere ? CardButtons.of(card) : List.of());
    }

    private static RankedRows rows(NowCard card) {
        var rows = new RankedRows(card.isDrill() ? "DRILL " : "");
        card.notices().stream().limit(2).forEach(it -> rows.warn(1, it));
        HeadRows.write(card, rows);
        DoRows.write(card, rows);
        RestRows.write(card, rows);
        return rows;
    }

    /** One line about an incident, for lists. */
    public static String line(NowCard card) {
        var head = card.head();
        return "%s%s %s %s · %s · %s · for %s"
                .formatted(
                        card.isDrill() ? "DRILL " : "",
                        card.incident(),
                        head.severity(),
                        head.severityWords(),
                        head.servicesInWords(),
                        head.who().map(it -> it + " has it").orElse("nobody has it yet"),
                        Times.span(head.age()));
    }

    /** Changes with whatever a person acts on, and with nothing else. */
    public static String version(NowCard card) {
        var head = card.head();
        var now = card.doNow();
        var hash = Objects.hash(
                head.severity(),
                head.status(),
                head.who(),
                now.strategyKey(),
                now.target(),
                now.done(),
                now.wouldChange(),
                now.gates().stream()
                        .map(it -> it.text() + it.approved().isPresent())
                        .toList(),
                card.unknowns().stream().map(NowCard.Unknown::key).toList());
        return HexFormat.of().toHexDigits(hash);
    }

    private CardRows() {}
}
