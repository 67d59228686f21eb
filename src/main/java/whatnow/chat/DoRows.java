package whatnow.chat;

import whatnow.now.NowCard;
import whatnow.now.NowCard.DoNow;
import whatnow.now.NowCard.GateLine;
import whatnow.now.NowCard.StepLine;

/** What to do, what stands before it and what must not be done. */
final class DoRows {

    static void write(NowCard card, RankedRows rows) {
        var now = card.doNow();
        now.wouldChange()
                .ifPresent(it -> rows.warn(
                        RankedRows.ALWAYS,
                        "DECISION WOULD CHANGE: %s. Stop and ask the commander."
                                .formatted(it.replaceFirst("\\.$", ""))));
        rows.say(RankedRows.ALWAYS, strategy(now));
        now.gates().stream().filter(it -> it.approved().isEmpty()).limit(2).forEach(it -> rows.say(1, gate(it)));
        for (var index = 0; index < now.steps().size(); index++) {
            step(now.steps().get(index), index, rows);
        }
        now.doNot().ifPresent(it -> rows.warn(RankedRows.ALWAYS, "DO NOT " + plain(it)));
        rows.say(
                1,
                "No way back after: %s · Loss: %s"
                        .formatted(
                                now.pointOfNoReturn().map(DoRows::plain).orElse("no such point is named"), now.loss()));
    }

    private static String strategy(DoNow now) {
        return "Do this now: %s%s%s"
                .formatted(
                        now.strategy().orElse("nothing is proposed yet; answer the questions, a person decides"),
                        now.target().map(it -> ", " + it).orElse(""),
                        now.total() > 0 ? " (%d of %d done)".formatted(now.done(), now.total()) : "");
    }

    private static String gate(GateLine gate) {
        return "BEFORE: " + gate.text()
                + gate.contacts().stream().findFirst().map(who -> ", " + who).orElse("");
    }

    /** A dangerous command is not shown without its check: it stands in the details, after it. */
    private static void step(StepLine step, int index, RankedRows rows) {
        rows.say(
                index == 0 ? RankedRows.ALWAYS : 4 + index,
                "%d. %s%s".formatted(step.number(), step.dangerous() ? "DANGER: " : "", plain(step.title())));
        if (index == 0 && !step.dangerous() && step.copyable()) {
            step.command().filter(it -> !it.contains("\n")).ifPresent(it -> rows.command(3, it));
        }
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("\\s+", " ").replace("`", "").replace("**", "");
    }

    private DoRows() {}
}
