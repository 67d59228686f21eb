package whatnow.chat.announce;

import static whatnow.chat.Reply.Row.head;
import static whatnow.chat.Reply.Row.text;
import static whatnow.chat.Reply.Row.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.chat.CardRows;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.incident.Incident;
import whatnow.now.NowCard;
import whatnow.now.NowCard.GateLine;
import whatnow.now.NowCard.Head;
import whatnow.now.NowCard.RtoClock;
import whatnow.now.Prose;
import whatnow.now.Shown;
import whatnow.now.Times;
import whatnow.plan.Severity;

/**
 * What a channel reads of an incident: the few lines of the card that let somebody decide whether to come. It names moments
 * and no ages, because it stands for hours without being drawn anew. Pure.
 */
final class Bulletin {

    private static final int MOST_GATES = 2;

    /** The longest a line gets; a phone shows about five lines of it. */
    private static final int LONGEST = 300;

    static Reply of(NowCard card) {
        var head = card.head();
        var rows = new ArrayList<Row>();
        rows.add(head(severity(head)));
        rows.add(text(where(head) + " · since " + Times.full(head.since()) + " · " + head.status()));
        rows.add(text(who(head)));
        rows.add(text(doNow(card)));
        before(card).ifPresent(it -> rows.add(text(it)));
        card.doNow().doNot().ifPresent(it -> rows.add(warning("DO NOT " + Prose.words(it))));
        head.clock().ifPresent(it -> rows.add(text(clock(it))));
        rows.add(card(card.incident(), card.plan()));
        return reply(card.incident(), CardRows.version(card), rows, buttons(card.incident()));
    }

    /** @param how it ended: with who said so and when; without that no word such as "resolved" is said */
    static Reply over(Optional<NowCard> card, Incident incident, List<String> how) {
        var rows = new ArrayList<Row>();
        var status = how.isEmpty() ? "ENDED" : incident.status().name();
        rows.add(head(status + card.map(it -> ": " + where(it.head())).orElse("")));
        how.forEach(it -> rows.add(text(it)));
        card.map(NowCard::head)
                .map(it -> "It was %s, since %s.".formatted(severity(it), Times.full(it.since())))
                .ifPresent(it -> rows.add(text(it)));
        rows.add(card(incident.number(), incident.plan().name()));
        return reply(incident.number(), "", rows, List.of(now(incident.number())));
    }

    /** When the card cannot be drawn: that there is one matters more than what is on it. */
    static Reply plain(Incident incident, Severity severity) {
        var rows = List.of(
                head("%s %s".formatted(severity, severity.words())),
                text("%s cannot be drawn here. Open its card.".formatted(incident.number())),
                card(incident.number(), incident.plan().name()));
        return reply(incident.number(), "", rows, List.of(now(incident.number())));
    }

    /** One sentence, to be heard. */
    static String graver(Incident incident, Severity severity, Optional<NowCard> card) {
        var more = card.map(NowCard::head)
                .map(it -> ": %s. %s".formatted(where(it), who(it)))
                .orElse("");
        return Shown.of("%s is %s now (%s)%s.".formatted(incident.number(), severity, severity.words(), more));
    }

    /** A reply as notifications and screen readers tell it. */
    static String aloud(Reply reply) {
        return reply.incident().orElse("") + " "
                + reply.rows().stream().limit(3).map(Row::text).collect(Collectors.joining(" · "));
    }

    private static String severity(Head head) {
        return "%s %s %s%s%s%s"
                .formatted(
                        shape(head.shape()),
                        head.severity(),
                        head.severityWords(),
                        head.level().map(it -> " (" + it + ")").orElse(""),
                        head.assumed() ? ", assumed" : "",
                        head.lastKnown().map(it -> ", last known " + it).orElse(""));
    }

    /** The shapes of the card; no severity is told by a colour alone. */
    private static String shape(String name) {
        return switch (name) {
            case "square" -> "■";
            case "diamond" -> "◆";
            case "triangle" -> "▲";
            case "circle" -> "●";
            case "dash" -> "–";
            default -> "?";
        };
    }

    private static String where(Head head) {
        return head.servicesInWords() + " · " + joined(head.regions(), "region unknown");
    }

    private static String who(Head head) {
        return head.who().map(it -> it + " has it").orElse("Nobody has it yet. Lead: " + head.lead());
    }

    private static String doNow(NowCard card) {
        var now = card.doNow();
        var strategy = now.strategy()
                .map(it ->
                        "Do this now: " + it + now.target().map(to -> ", " + to).orElse(""))
                .orElse("Nothing is proposed yet; a person decides");
        return now.wouldChange()
                .map(it -> strategy
                        + ". DECISION WOULD CHANGE: %s. Stop and ask the commander."
                                .formatted(it.replaceFirst("\\.$", "")))
                .orElse(strategy);
    }

    private static Optional<String> before(NowCard card) {
        var gates = card.doNow().gates();
        if (gates.isEmpty()) {
            return Optional.empty();
        }
        var shown = gates.stream().limit(MOST_GATES).map(Bulletin::gate);
        var more = gates.size() > MOST_GATES
                ? Stream.of("and %d more".formatted(gates.size() - MOST_GATES))
                : Stream.<String>of();
        return Optional.of("Before that: " + Stream.concat(shown, more).collect(Collectors.joining("; ")));
    }

    private static String gate(GateLine gate) {
        return gate.text()
                + gate.approved()
                        .map(it -> ", agreed: " + it)
                        .orElseGet(
                                () -> gate.contacts().isEmpty() ? "" : ", ask " + String.join(" or ", gate.contacts()));
    }

    private static String clock(RtoClock clock) {
        return "%s %s (%s)"
                .formatted(
                        clock.missed() ? "RTO MISSED: it ended" : "RTO " + Times.span(clock.target()) + " ends",
                        Times.full(clock.endsAt()),
                        clock.origin());
    }

    private static Row card(String number, String plan) {
        return new Row(
                Reply.Style.NOTE, "REAL · %s · plan %s".formatted(number, plan), Optional.of("/incidents/" + number));
    }

    private static List<Button> buttons(String number) {
        return List.of(Button.main("Acknowledge", "ack " + number), now(number));
    }

    private static Button now(String number) {
        return Button.of("Now", "now " + number);
    }

    /** @param version empty where nothing is offered but to look */
    private static Reply reply(String number, String version, List<Row> rows, List<Button> buttons) {
        return new Reply(
                Outcome.ANSWERED,
                true,
                Optional.of(number),
                version,
                rows.stream().map(Bulletin::shown).toList(),
                List.of(),
                List.of(),
                buttons);
    }

    private static Row shown(Row row) {
        var text = Shown.of(row.text());
        return new Row(row.style(), text.length() > LONGEST ? cut(text) : text, row.path());
    }

    private static String cut(String text) {
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + " …";
    }

    private static String joined(List<String> words, String otherwise) {
        return words.isEmpty() ? otherwise : String.join(", ", words);
    }

    private Bulletin() {}
}
