package whatnow.now;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.now.NowCard.GateLine;
import whatnow.now.NowCard.Next;
import whatnow.now.NowCard.Said;
import whatnow.now.NowCard.StepLine;

/** The card as plain text, in the order of the card, for terminals and chats. */
public final class NowText {

    private static final int RULES = 3;
    private static final int GROUNDS = 3;
    private static final int CALLS = 4;
    private static final int QUESTIONS = 3;

    private final List<String> lines = new ArrayList<>();

    /** All cards, or that nothing is open and when each source last reported. */
    public static String of(List<NowCard> cards, List<NowCards.SourceLine> sources, Instant now) {
        return of(List.of(), cards, sources, now);
    }

    /** @param restricted a sentence for each open incident that the reader may not see */
    public static String of(
            List<String> restricted, List<NowCard> cards, List<NowCards.SourceLine> sources, Instant now) {
        if (!restricted.isEmpty() || !cards.isEmpty()) {
            return Stream.concat(
                            restricted.stream().map(it -> Shown.of(it) + "\n"),
                            cards.stream().map(NowText::of))
                    .collect(Collectors.joining("\n"));
        }
        var text = new NowText();
        text.line("Nothing is open.");
        if (sources.isEmpty()) {
            text.line("No source has ever reported, so nothing being open means nothing yet.");
        }
        for (var source : sources) {
            text.line("  %s: %s%s"
                    .formatted(
                            source.source(),
                            source.state(),
                            source.lastReport()
                                    .map(it -> ", last report " + Times.relative(it, now) + " (" + Times.full(it) + ")")
                                    .orElse("")));
        }
        return text.written();
    }

    public static String of(NowCard card) {
        var text = new NowText();
        card.notices().forEach(it -> text.line("! " + it));
        text.head(card);
        text.doNow(card.doNow());
        text.why(card.why());
        text.next(card);
        text.tier(card);
        text.unknowns(card);
        card.links().forEach(it -> text.line("See: %s  %s".formatted(it.text(), it.path())));
        return text.written();
    }

    private void head(NowCard card) {
        var head = card.head();
        line("%s%s · %s · decided %s%s"
                .formatted(
                        card.mode(),
                        card.superseded() ? " · SUPERSEDED" : "",
                        card.incident(),
                        Times.clock(card.decidedAt()),
                        card.oldestFact()
                                .map(it -> " · oldest fact " + Times.relative(it, card.askedAt()))
                                .orElse("")));
        line("%s %s%s · urgency %s · %s"
                .formatted(
                        head.severity(),
                        head.severityWords(),
                        head.assumed() ? " (assumed)" : "",
                        head.urgency(),
                        Times.span(head.age())));
        line("%s · %s · %s"
                .formatted(
                        joined(head.services(), "no service named"),
                        joined(head.regions(), "region unknown"),
                        head.who().map(it -> it + " has it").orElse("nobody has it yet")));
        head.lastKnown().ifPresent(it -> line("Last known severity: " + it));
        head.clock()
                .ifPresent(it -> line(
                        it.missed()
                                ? "RTO %s MISSED by %s (%s)"
                                        .formatted(Times.span(it.target()), Times.span(it.left()), it.origin())
                                : "RTO %s, %s left, until %s (%s)"
                                        .formatted(
                                                Times.span(it.target()),
                                                Times.span(it.left()),
                                                Times.clock(it.endsAt()),
                                                it.origin())));
        line("Decide by: " + head.decideBy());
    }

    private void doNow(NowCard.DoNow now) {
        part("Do this now" + now.strategy().map(it -> ": " + it).orElse("")
                + (now.total() > 0 ? " (%d of %d done)".formatted(now.done(), now.total()) : ""));
        now.wouldChange()
                .ifPresent(it -> line("DECISION WOULD CHANGE: %s. Stop%s and ask the commander."
                        .formatted(
                                it,
                                now.steps().isEmpty()
                                        ? ""
                                        : " before step "
                                                + now.steps().getFirst().number())));
        now.automation().ifPresent(it -> line("  Automation: " + it));
        now.gates().forEach(this::gate);
        now.steps().forEach(this::step);
        if (now.steps().isEmpty()) {
            line("  No steps are proposed. Answer the questions below.");
        }
        now.doNot().ifPresent(it -> line("  DO NOT: " + Prose.words(it)));
        line("  No way back after: " + now.pointOfNoReturn().map(Prose::words).orElse("no such point is named"));
        line("  Loss: " + now.loss());
        line("  " + now.expected());
    }

    private void gate(GateLine gate) {
        line("  BEFORE: %s%s"
                .formatted(
                        gate.text(),
                        gate.approved()
                                .map(it -> " (agreed: " + it + ")")
                                .orElse(gate.contacts().isEmpty() ? "" : " (" + joined(gate.contacts(), "") + ")")));
    }

    private void step(StepLine step) {
        line("  %d. %s%s".formatted(step.number(), step.dangerous() ? "DANGER: " : "", step.title()));
        step.needs().ifPresent(it -> line("     needs: " + it));
        step.checkFirst().ifPresent(it -> commands("check first: ", it));
        step.command().ifPresent(it -> commands("$ ", it));
        if (!step.missing().isEmpty()) {
            line("     fill in before use: " + joined(step.missing(), ""));
        }
        if (!step.expect().isBlank()) {
            line("     expect: " + Prose.words(step.expect()));
        }
    }

    private void commands(String sign, String command) {
        command.lines().forEach(it -> line("     " + sign + it));
    }

    private void why(NowCard.Why why) {
        part("Why");
        why.rules().stream().limit(RULES).forEach(this::rule);
        if (why.rules().size() > RULES) {
            line("  and %d more rules".formatted(why.rules().size() - RULES));
        }
        why.runnerUp().ifPresent(it -> line("  Instead of: %s, because %s".formatted(it.strategy(), it.lostBecause())));
        why.vetoes().forEach(it -> line("  Never: %s, because %s".formatted(it.strategy(), it.because())));
        line("  Changed in the last 60 min: " + why.changed());
        why.targets().forEach(it -> line("  " + it));
    }

    private void rule(Said said) {
        var grounds = said.grounds().stream()
                .limit(GROUNDS)
                .map(it -> it.text()
                        + it.age().map(age -> " " + Times.span(age) + " ago").orElse(""))
                .collect(Collectors.joining(", "));
        line("  %s: \"%s\"%s".formatted(said.about(), said.rule(), grounds.isEmpty() ? "" : ": " + grounds));
    }

    private void next(NowCard card) {
        if (card.next().isEmpty() && card.tellings().isEmpty() && card.told().isEmpty()) {
            return;
        }
        part("Next");
        card.next().stream().limit(CALLS).forEach(it -> line("  " + call(it, card.askedAt())));
        card.told()
                .forEach(it -> line("  %s %s: %s".formatted(Times.near(it.at(), card.askedAt()), it.by(), it.text())));
        card.tellings()
                .forEach(it -> line("  %s: tell %s by %s%s%s"
                        .formatted(
                                it.state(),
                                it.audience(),
                                joined(it.channels(), "any channel"),
                                due(it.due(), card.askedAt()),
                                it.outside() ? ", leaves the company: needs approval" : "")));
    }

    private static String call(Next next, Instant now) {
        var contacts = next.contacts().isEmpty() ? "" : ": " + joined(next.contacts(), "");
        var when = switch (next.state()) {
            case "answered" -> "";
            case "upcoming" -> next.by().isPresent() ? due(next.by(), now) : ", once the incident is declared";
            default -> due(next.by(), now);
        };
        return "%s: %s%s %s%s%s%s"
                .formatted(
                        next.state(),
                        next.state().equals("OVERDUE") ? "YOU must call " : "",
                        next.level(),
                        next.title(),
                        next.assumed() ? " (assumed)" : "",
                        contacts,
                        when);
    }

    /** What is due within this minute is due now; late is said only of what is. */
    private static String due(Optional<Instant> due, Instant now) {
        return due.map(it -> it.isAfter(now)
                        ? ", by %s (%s)".formatted(Times.clock(it), Times.relative(it, now))
                        : it.plusSeconds(60).isBefore(now) ? ", due since " + Times.clock(it) : ", now")
                .orElse("");
    }

    private void tier(NowCard card) {
        var tier = card.tier();
        part("Tier");
        line(
                tier.known()
                        ? "  proposed %s, in force %s".formatted(tier.proposed(), tier.inForce())
                        : "  this plan has none");
        if (!tier.switchedOff().isEmpty()) {
            line("  switches off: " + joined(tier.switchedOff(), ""));
        }
    }

    private void unknowns(NowCard card) {
        if (card.unknowns().isEmpty()) {
            return;
        }
        part("We do not know");
        card.unknowns().stream().limit(QUESTIONS).forEach(it -> {
            line("  ? %s%s".formatted(it.question(), choices(it)));
            it.said().ifPresent(said -> line("     " + said));
            it.lookup().ifPresent(command -> commands("$ ", command));
        });
    }

    private static String choices(NowCard.Unknown unknown) {
        return switch (unknown.form()) {
            case CHOICE -> unknown.answers().isEmpty() ? "" : "  [" + String.join("] [", unknown.answers()) + "]";
            case TIME -> "  [a time in UTC]";
            case SECONDS -> "  [seconds]";
            case CHANGE -> "  [what, and when in UTC] [nothing]";
            case BACKUP -> "  [which, and when it was restored and checked] [none]";
            case WORDS -> "  [a commander says]";
        };
    }

    private static String joined(List<String> words, String otherwise) {
        return words.isEmpty() ? otherwise : String.join(", ", words);
    }

    private void part(String title) {
        line("-- " + title);
    }

    private void line(String text) {
        lines.add(Shown.of(text));
    }

    private String written() {
        return String.join("\n", lines) + "\n";
    }
}
