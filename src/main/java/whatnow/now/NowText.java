package whatnow.now;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.now.NowCard.DoNow;
import whatnow.now.NowCard.GateLine;
import whatnow.now.NowCard.StepLine;
import whatnow.now.NowCard.Unknown;

/** The card as plain text, in the order of the card, for terminals and chats. */
public final class NowText {

    private final NowCard card;
    private final Sheet sheet;

    private NowText(NowCard card) {
        this.card = card;
        this.sheet = new Sheet(card.isDrill() ? "DRILL " : "");
    }

    /** All cards, or that nothing is open and when each source last reported. */
    public static String of(List<NowCard> cards, List<NowCards.SourceLine> sources, Instant now) {
        return of(List.of(), cards, sources, now);
    }

    /** @param restricted a sentence for each open incident that the reader may not see */
    public static String of(
            List<String> restricted, List<NowCard> cards, List<NowCards.SourceLine> sources, Instant now) {
        return restricted.isEmpty() && cards.isEmpty()
                ? nothing(sources, now)
                : Stream.concat(
                                restricted.stream().map(it -> Shown.of(it) + "\n"),
                                cards.stream().map(NowText::of))
                        .collect(Collectors.joining("\n"));
    }

    /** Nothing of the service is open, but something is: that is not the same as nothing. */
    public static String elsewhere(String service, List<String> restricted, List<NowCard> open) {
        var sheet = new Sheet("");
        sheet.say(0, "No open incident is known to concern the service (%s). Open are:".formatted(service));
        open.forEach(it -> sheet.say(
                2,
                "%s%s %s · %s"
                        .formatted(
                                it.isDrill() ? "DRILL " : "",
                                it.incident(),
                                it.head().severity(),
                                it.head().servicesInWords())));
        restricted.forEach(it -> sheet.say(2, it));
        return sheet.written();
    }

    public static String of(NowCard card) {
        return new NowText(card).written();
    }

    private static String nothing(List<NowCards.SourceLine> sources, Instant now) {
        var sheet = new Sheet("");
        sheet.say(0, "Nothing is open.");
        if (sources.isEmpty()) {
            sheet.say(0, "No source has ever reported, so nothing being open means nothing yet.");
        }
        for (var source : sources) {
            sheet.say(
                    2,
                    "%s: %s%s"
                            .formatted(
                                    source.source(),
                                    source.state(),
                                    source.lastReport()
                                            .map(it -> ", last report %s (%s)"
                                                    .formatted(Times.relative(it, now), Times.full(it)))
                                            .orElse("")));
        }
        return sheet.written();
    }

    private String written() {
        card.notices().forEach(it -> sheet.say(0, "! " + it));
        head();
        doNow(card.doNow());
        WhyText.write(card.why(), sheet);
        NextText.write(card, sheet);
        tier();
        unknowns();
        card.links().forEach(it -> sheet.say(0, "See: %s %s".formatted(it.text(), it.path())));
        return sheet.written();
    }

    private void head() {
        var head = card.head();
        var now = card.askedAt();
        sheet.say(
                0,
                "%s · %s · %s %s%s"
                        .formatted(
                                card.mode(),
                                card.incident().isEmpty() ? "no incident" : card.incident(),
                                stamp(),
                                Times.near(card.decidedAt(), now),
                                card.oldestFact()
                                        .map(it -> " · oldest fact " + Times.relative(it, now))
                                        .orElse("")));
        sheet.say(
                0,
                "%s %s%s · urgency %s · for %s"
                        .formatted(
                                head.severity(),
                                head.severityWords(),
                                head.assumed() ? " (assumed)" : "",
                                head.urgency(),
                                Times.span(head.age())));
        sheet.say(
                0,
                "%s · %s · %s"
                        .formatted(
                                head.servicesInWords(),
                                joined(head.regions(), "region unknown"),
                                head.who().map(it -> it + " has it").orElse("nobody has it yet")));
        head.lastKnown()
                .ifPresent(it -> sheet.say(
                        0,
                        "Last known severity: %s. No rule can tell it now; only a person lowers or resolves it."
                                .formatted(it)));
        head.clock().ifPresent(it -> sheet.say(0, clock(it, now)));
        sheet.say(0, "Decide by: " + head.decideBy());
    }

    /** What is only supposed is recorded nowhere. */
    private String stamp() {
        return card.isSupposed()
                ? "not recorded, would be decided"
                : card.decision().isEmpty() ? "opened" : "decided";
    }

    private static String clock(NowCard.RtoClock clock, Instant now) {
        return clock.missed()
                ? "RTO %s MISSED by %s (%s)"
                        .formatted(Times.span(clock.target()), Times.span(clock.left()), clock.origin())
                : "RTO %s, %s left, until %s (%s)"
                        .formatted(
                                Times.span(clock.target()),
                                Times.span(clock.left()),
                                Times.near(clock.endsAt(), now),
                                clock.origin());
    }

    private void doNow(DoNow now) {
        sheet.part("Do this now%s%s%s"
                .formatted(
                        now.strategy().map(it -> ": " + it).orElse(""),
                        now.target().map(it -> ", " + it).orElse(""),
                        now.total() > 0 ? " (%d of %d done)".formatted(now.done(), now.total()) : ""));
        now.wouldChange()
                .ifPresent(it -> sheet.say(
                        0,
                        "DECISION WOULD CHANGE: %s. Stop%s and ask the commander."
                                .formatted(
                                        it.replaceFirst("\\.$", ""),
                                        now.steps().isEmpty()
                                                ? ""
                                                : " before step "
                                                        + now.steps().getFirst().number())));
        now.automation().ifPresent(it -> sheet.say(2, it));
        now.gates().forEach(this::gate);
        now.steps().forEach(this::step);
        if (now.steps().isEmpty()) {
            sheet.say(2, withoutSteps(now));
        }
        now.doNot().ifPresent(it -> sheet.say(2, "DO NOT " + Prose.words(it)));
        sheet.say(
                2,
                now.pointOfNoReturn()
                        .map(it -> "No way back after " + Prose.words(it))
                        .orElse("Point of no return: none is named"));
        sheet.say(2, "Loss: " + now.loss());
        sheet.say(2, "Takes: " + now.expected());
    }

    private String withoutSteps(DoNow now) {
        if (now.total() > 0) {
            return "All %d steps are ticked. That proves nothing: check from outside; a person resolves it."
                    .formatted(now.total());
        }
        return card.unknowns().isEmpty()
                ? "No steps are proposed. Call the lead: %s."
                        .formatted(card.head().lead())
                : "No steps are proposed yet. Answer the questions below; a person decides.";
    }

    private void gate(GateLine gate) {
        sheet.say(
                2,
                "BEFORE: %s%s"
                        .formatted(
                                gate.text(),
                                gate.approved()
                                        .map(it -> " (agreed: " + it + ")")
                                        .orElse("")));
        if (gate.approved().isEmpty()) {
            gate.contacts().forEach(it -> sheet.say(5, it));
        }
    }

    private void step(StepLine step) {
        sheet.say(
                2, "%d. %s%s".formatted(step.number(), step.dangerous() ? "DANGER: " : "", Prose.words(step.title())));
        if (!step.text().isBlank()) {
            sheet.say(5, Prose.words(step.text().replaceAll("\\s+", " ")));
        }
        step.needs().ifPresent(it -> sheet.say(5, "needs: " + Prose.words(it)));
        step.noReturn().ifPresent(it -> sheet.say(5, "NO WAY BACK: " + Prose.words(it)));
        step.checkFirst().ifPresent(it -> sheet.command(5, "check first: ", it));
        step.command().ifPresent(it -> sheet.command(5, "$ ", it));
        missing(step.missing());
        if (!step.expect().isBlank()) {
            sheet.say(5, "expect: " + Prose.words(step.expect()));
        }
        if (step.dangerous() && !step.rollback().isBlank()) {
            sheet.say(5, "to undo: " + Prose.words(step.rollback()));
        }
    }

    private void missing(List<String> places) {
        if (!places.isEmpty()) {
            sheet.say(
                    5,
                    "%s: %s"
                            .formatted(
                                    card.isDrill()
                                            ? "production is left out; fill in the drill's own"
                                            : "fill in before use",
                                    joined(places, "")));
        }
    }

    private void tier() {
        var tier = card.tier();
        sheet.part("Tier");
        sheet.say(
                2,
                tier.known()
                        ? "proposed %s, in force %s".formatted(tier.proposed(), tier.inForce())
                        : "this plan has none");
        if (!tier.switchedOff().isEmpty()) {
            sheet.say(2, "switches off: " + joined(tier.switchedOff(), ""));
        }
    }

    private void unknowns() {
        if (card.unknowns().isEmpty()) {
            return;
        }
        sheet.part("We do not know");
        card.unknowns().forEach(this::unknown);
    }

    private void unknown(Unknown it) {
        sheet.say(2, "? %s %s".formatted(it.question(), choices(it)));
        if (!it.ifAnswered().isEmpty()) {
            sheet.say(
                    5,
                    it.ifAnswered().stream()
                            .map(one -> "%s: %s".formatted(one.answer(), one.decided()))
                            .collect(Collectors.joining("; ")));
        }
        it.said().ifPresent(said -> sheet.say(5, said));
        it.lookup().ifPresent(command -> sheet.command(5, "$ ", command));
        missing(it.missing());
    }

    private static String choices(Unknown unknown) {
        return switch (unknown.form()) {
            case CHOICE -> unknown.answers().isEmpty() ? "" : "[" + String.join("] [", unknown.answers()) + "]";
            case TIME -> "[a time in UTC]";
            case SECONDS -> "[seconds]";
            case CHANGE -> "[what, and when in UTC] [nothing]";
            case BACKUP -> "[which, when it was taken, when it was restored and checked] [none]";
            case LOSS -> "[" + String.join("] [", unknown.answers()) + "], a commander says in whose name";
        };
    }

    private static String joined(List<String> words, String otherwise) {
        return words.isEmpty() ? otherwise : String.join(", ", words);
    }
}
