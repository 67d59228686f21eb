package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import whatnow.chat.CardRows;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.decision.otherwise.WhyNot;
import whatnow.decision.otherwise.WhyNotDesk;
import whatnow.incident.Incidents;
import whatnow.now.NowCard;
import whatnow.now.Times;

/** Why it was decided so. */
@Component
class WhyVerb implements Verb {

    private static final Pattern NOT = Pattern.compile("(?i)(?:is it |isn't it |this )?not\\s+");
    private static final int RULES = 10;

    private final OnScreen screen;
    private final Incidents incidents;
    private final WhyNotDesk desk;

    WhyVerb(OnScreen screen, Incidents incidents, WhyNotDesk desk) {
        this.screen = screen;
        this.incidents = incidents;
        this.desk = desk;
    }

    @Override
    public Usage usage() {
        return Usage.looks(
                        "why",
                        "why [INC] [not SEV1 | not failover]",
                        "The rules that spoke and the facts they used; with not, the smallest change of facts that would change it.")
                .alias("explain");
    }

    @Override
    public boolean takes(String rest) {
        return rest.isBlank()
                || OnScreen.number(rest).isPresent()
                || NOT.matcher(rest).lookingAt();
    }

    @Override
    public Reply answer(Said said) {
        return switch (screen.meant(said, name())) {
            case OnScreen.One(NowCard card, String rest) -> {
                var not = NOT.matcher(rest);
                yield not.lookingAt() ? whyNot(card, rest.substring(not.end())) : because(card);
            }
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    /** Facts that could be learnt, never actions to take. */
    private Reply whyNot(NowCard card, String words) {
        return incidents
                .numbered(card.incident())
                .flatMap(it -> desk.reply(it.id(), words))
                .map(it -> switch (it) {
                    case WhyNotDesk.Reply.NotUnderstood(var why) -> Reply.refused(why);
                    case WhyNotDesk.Reply.Answers(var answers) -> shown(card, answers);
                })
                .orElseGet(() -> because(card));
    }

    private static Reply shown(NowCard card, List<WhyNot.Answer> answers) {
        var sentences = answers.stream().flatMap(it -> it.sentences().stream()).toList();
        var rows = new ArrayList<Row>();
        rows.add(Row.head(card.incident() + ". " + sentences.getFirst()));
        sentences.stream().skip(1).map(Row::text).forEach(rows::add);
        var room = Reply.MOST_ROWS - 1;
        var shown = rows.stream().limit(room).collect(Collectors.toCollection(ArrayList::new));
        shown.add(Row.note("These are facts that could be learnt, not things to do."));
        return new Reply(
                Outcome.ANSWERED,
                !card.isRestricted(),
                Optional.of(card.incident()),
                CardRows.version(card),
                shown,
                rows.stream().skip(room).toList(),
                List.of(),
                List.of());
    }

    private static Reply because(NowCard card) {
        var why = card.why();
        var rows = new ArrayList<Row>();
        var more = new ArrayList<Row>();
        rows.add(Row.head("%s: %s, %s"
                .formatted(
                        card.incident(),
                        card.head().severity(),
                        card.doNow().strategy().orElse("nothing proposed"))));
        why.rules().stream().limit(RULES).forEach(it -> rows.add(rule(it)));
        why.rules().stream().skip(RULES).forEach(it -> more.add(rule(it)));
        why.runnerUp().ifPresent(it -> rows.add(Row.text("Not %s: %s".formatted(it.strategy(), it.lostBecause()))));
        why.vetoes().forEach(it -> more.add(Row.warning("Never %s: %s".formatted(it.strategy(), it.because()))));
        why.lifted().forEach(it -> more.add(Row.text("Veto lifted, %s: %s".formatted(it.strategy(), it.because()))));
        why.targets().forEach(it -> more.add(Row.note(it)));
        rows.add(Row.note("Changed in the last 60 min: " + why.changed()));
        if (!card.decision().isEmpty() && !card.isSupposed()) {
            rows.add(Row.link("All reasons and what was weighed", "/decisions/" + card.decision()));
        }
        return new Reply(
                Outcome.ANSWERED,
                !card.isRestricted(),
                Optional.of(card.incident()),
                CardRows.version(card),
                rows,
                more,
                List.of(),
                List.of());
    }

    private static Row rule(NowCard.Said said) {
        var grounds = said.first().stream()
                .map(it -> it.text()
                        + it.age().map(age -> ", " + Times.span(age) + " ago").orElse(""))
                .toList();
        return Row.text("%s: \"%s\"%s"
                .formatted(
                        said.about().replace('_', ' '),
                        said.rule(),
                        grounds.isEmpty() ? "" : " (" + Cut.line(String.join("; ", grounds)) + ")"));
    }
}
