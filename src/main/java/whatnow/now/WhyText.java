package whatnow.now;

import java.util.List;
import whatnow.now.NowCard.Said;
import whatnow.now.NowCard.Why;

/** Why it was decided so, as text: the rules with their grounds, what was not chosen, what changed. */
final class WhyText {

    private static final int RULES = 3;

    /** What these rules said stands in a part of its own. */
    private static final List<String> SAID_ELSEWHERE = List.of("before ", "ask: ", "call ", "tell ");

    static void write(Why why, Sheet sheet) {
        sheet.part("Why");
        var told = why.rules().stream()
                .filter(it -> SAID_ELSEWHERE.stream().noneMatch(it.about()::startsWith))
                .limit(RULES)
                .toList();
        told.forEach(it -> rule(it, sheet));
        if (why.rules().size() > told.size()) {
            var more = why.rules().size() - told.size();
            sheet.say(2, more == 1 ? "and 1 more rule" : "and %d more rules".formatted(more));
        }
        why.runnerUp()
                .ifPresent(it -> sheet.say(
                        2,
                        "Not chosen: %s (%s)"
                                .formatted(
                                        it.strategy(),
                                        it.lostBecause()
                                                + it.predicted()
                                                        .map(loss -> "; " + loss)
                                                        .orElse(""))));
        why.vetoes().forEach(it -> sheet.say(2, "Never: %s (%s)".formatted(it.strategy(), it.because())));
        why.lifted().forEach(it -> sheet.say(2, "Veto lifted: %s (%s)".formatted(it.strategy(), it.because())));
        sheet.say(2, "Changed in the last 60 min: " + why.changed());
        why.targets().forEach(it -> sheet.say(2, it));
    }

    private static void rule(Said said, Sheet sheet) {
        sheet.say(2, "%s: \"%s\"".formatted(said.about().replace('_', ' '), said.rule()));
        said.first()
                .forEach(it -> sheet.say(
                        5,
                        "- " + it.text()
                                + it.age()
                                        .map(age -> ", %s ago".formatted(Times.span(age)))
                                        .orElse("")));
        if (said.more() > 0) {
            sheet.say(5, "- and %d more".formatted(said.more()));
        }
    }

    private WhyText() {}
}
