package whatnow.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.now.NowCard;
import whatnow.now.NowCard.DoNow;
import whatnow.now.NowCard.Head;
import whatnow.now.NowCard.Next;
import whatnow.now.NowCard.StepLine;
import whatnow.now.NowText;
import whatnow.now.Times;

/**
 * The card in as many rows as a chat has room for, in its order. What there is no room for stands in the details, where
 * all of the card is.
 */
public final class CardRows {

    /** How gladly a row is left out when there are too many; 0 never is. */
    private record Ranked(Row row, int rank) {}

    private final NowCard card;
    private final List<Ranked> rows = new ArrayList<>();

    private CardRows(NowCard card) {
        this.card = card;
    }

    /** @param first what has to be said before the card */
    public static Reply reply(NowCard card, Outcome outcome, List<Row> first) {
        var made = new CardRows(card);
        made.write();
        return new Reply(
                outcome,
                !card.isRestricted(),
                card.incident().isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(card.incident()),
                version(card),
                made.within(first),
                List.of(Row.command(NowText.of(card))),
                List.of(),
                card.incident().isEmpty() ? List.of() : CardButtons.of(card));
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
                        joined(head.services(), "no service named"),
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

    private void write() {
        head();
        doNow();
        say(2, why());
        card.next().stream().limit(2).forEach(it -> say(it.state().equals("upcoming") ? 9 : 2, next(it)));
        say(6, tier());
        card.unknowns().stream().limit(1).forEach(it -> say(1, "? " + it.question() + CardButtons.howToSay(card, it)));
        card.notices().stream().limit(2).forEach(it -> rows.addFirst(new Ranked(Row.warning(marked(it)), 1)));
    }

    private void head() {
        var head = card.head();
        rows.add(new Ranked(Row.head(marked(severity(head))), 0));
        say(
                3,
                "%s%s · %s%s"
                        .formatted(
                                card.mode(),
                                card.incident().isEmpty() ? "" : " · " + card.incident(),
                                stamp(),
                                card.oldestFact()
                                        .map(it -> " · oldest fact " + Times.relative(it, card.askedAt()))
                                        .orElse("")));
        say(
                0,
                "%s · %s · %s"
                        .formatted(
                                joined(head.services(), "no service named"),
                                joined(head.regions(), "region unknown"),
                                head.who().map(it -> it + " has it").orElse("nobody has it yet")));
        head.lastKnown()
                .ifPresent(it -> say(1, "Last known severity: " + it + ". Only a person lowers or resolves it."));
        say(4, clock(head) + "decide by: " + head.decideBy());
    }

    private String stamp() {
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

    private String clock(Head head) {
        return head.clock()
                .map(it -> it.missed()
                        ? "RTO %s MISSED by %s · ".formatted(Times.span(it.target()), Times.span(it.left()))
                        : "RTO %s, %s left, until %s · "
                                .formatted(
                                        Times.span(it.target()),
                                        Times.span(it.left()),
                                        Times.near(it.endsAt(), card.askedAt())))
                .orElse("");
    }

    private void doNow() {
        var now = card.doNow();
        now.wouldChange()
                .ifPresent(it -> add(
                        0, Row.warning(marked("DECISION WOULD CHANGE: %s Stop and ask the commander.".formatted(it)))));
        say(0, strategy(now));
        now.gates().stream()
                .filter(it -> it.approved().isEmpty())
                .limit(2)
                .forEach(it -> say(
                        1,
                        "BEFORE: "
                                + it.text()
                                + it.contacts().stream()
                                        .findFirst()
                                        .map(who -> ", " + who)
                                        .orElse("")));
        var steps = now.steps();
        for (var index = 0; index < steps.size(); index++) {
            step(steps.get(index), index);
        }
        now.doNot().ifPresent(it -> add(0, Row.warning(marked("DO NOT " + plain(it)))));
        say(
                1,
                "No way back after: %s · Loss: %s"
                        .formatted(
                                now.pointOfNoReturn().map(CardRows::plain).orElse("no such point is named"),
                                now.loss()));
    }

    private static String strategy(DoNow now) {
        return "Do this now: %s%s%s"
                .formatted(
                        now.strategy().orElse("nothing is proposed yet; answer the questions, a person decides"),
                        now.target().map(it -> ", " + it).orElse(""),
                        now.total() > 0 ? " (%d of %d done)".formatted(now.done(), now.total()) : "");
    }

    /** A dangerous command is not shown without its check: it stands in the details, after it. */
    private void step(StepLine step, int index) {
        say(
                index == 0 ? 0 : 4 + index,
                "%d. %s%s".formatted(step.number(), step.dangerous() ? "DANGER: " : "", plain(step.title())));
        if (index == 0 && !step.dangerous() && step.copyable()) {
            step.command().filter(it -> !it.contains("\n")).ifPresent(it -> add(3, Row.command(it + remark())));
        }
    }

    private String remark() {
        return card.isDrill() ? "  # DRILL" : "";
    }

    private String why() {
        var why = card.why();
        var rule = why.rules().stream()
                .findFirst()
                .map(it -> "\"%s\"%s"
                        .formatted(
                                it.rule(),
                                it.grounds().stream()
                                        .findFirst()
                                        .map(ground -> " (%s%s)"
                                                .formatted(
                                                        ground.text(),
                                                        ground.age()
                                                                .map(age -> ", " + Times.span(age) + " ago")
                                                                .orElse("")))
                                        .orElse("")))
                .orElse("no rule spoke");
        return "Why: %s%s · changed in the last 60 min: %s"
                .formatted(
                        rule,
                        why.runnerUp()
                                .map(it -> " · not %s (%s)".formatted(it.strategy(), it.lostBecause()))
                                .orElse(""),
                        why.changed());
    }

    private String next(Next next) {
        var when = next.by()
                .map(it -> it.isAfter(card.askedAt())
                        ? " by %s (%s)".formatted(Times.near(it, card.askedAt()), Times.relative(it, card.askedAt()))
                        : next.state().equals("OVERDUE") ? " since " + Times.near(it, card.askedAt()) : " now")
                .orElse(next.state().equals("upcoming") ? ", once the incident is declared" : "");
        var contacts = next.state().equals("answered") ? List.<String>of() : next.contacts();
        return "%s%s: %s %s%s"
                .formatted(
                        next.state(),
                        when,
                        next.level(),
                        next.title(),
                        contacts.isEmpty()
                                ? ""
                                : ", "
                                        + String.join(
                                                "; ", contacts.stream().limit(3).toList()));
    }

    private String tier() {
        var tier = card.tier();
        return tier.known()
                ? "Tier: proposed %s, in force %s".formatted(tier.proposed(), tier.inForce())
                : "Tier: this plan has none";
    }

    private void say(int rank, String text) {
        add(rank, Row.text(marked(text)));
    }

    private void add(int rank, Row row) {
        rows.add(new Ranked(row, rank));
    }

    private String marked(String text) {
        return card.isDrill() ? "DRILL " + text : text;
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("\\s+", " ").replace("`", "").replace("**", "");
    }

    /** As many as there is room for, those first that are never left out. */
    private List<Row> within(List<Row> first) {
        var room = Reply.MOST_ROWS - first.size();
        var kept = rows.stream()
                .sorted(Comparator.comparing(Ranked::rank))
                .limit(room)
                .toList();
        return Stream.concat(
                        first.stream(), rows.stream().filter(kept::contains).map(Ranked::row))
                .limit(Reply.MOST_ROWS)
                .toList();
    }

    private static String joined(List<String> words, String otherwise) {
        return words.isEmpty() ? otherwise : String.join(", ", words);
    }
}
