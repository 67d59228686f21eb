package whatnow.now;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.now.NowCard.Next;
import whatnow.now.NowCard.Telling;

/** Whom to call and tell, as text: when first, then who, then how to reach them. */
final class NextText {

    private static final int CALLS = 4;
    private static final int INDENT = 2;

    static void write(NowCard card, Sheet sheet) {
        if (card.next().isEmpty() && card.tellings().isEmpty() && card.told().isEmpty()) {
            return;
        }
        var now = card.askedAt();
        sheet.part("Next");
        card.next().stream().limit(CALLS).forEach(it -> call(it, now, sheet));
        if (card.next().size() > CALLS) {
            sheet.say(INDENT, "and %d more to call later".formatted(card.next().size() - CALLS));
        }
        card.told()
                .forEach(it -> sheet.say(INDENT, "%s %s: %s".formatted(Times.near(it.at(), now), it.by(), it.text())));
        card.tellings().forEach(it -> tell(it, now, sheet));
    }

    private static void call(Next next, Instant now, Sheet sheet) {
        sheet.say(
                INDENT,
                "%s: %s %s%s%s"
                        .formatted(
                                when(next, now),
                                next.level(),
                                next.title(),
                                next.answerBy()
                                        .map(it -> ", answer by " + Times.near(it, now))
                                        .orElse(""),
                                next.assumed() ? " (assumed)" : ""));
        if (!next.state().equals("answered")) {
            contacts(next, sheet);
        }
    }

    /** Those to be called now stand one below the other; those of later share their lines. */
    private static void contacts(Next next, Sheet sheet) {
        if (next.state().equals("upcoming")) {
            sheet.say(INDENT + 3, String.join("; ", next.contacts()));
        } else {
            next.contacts().forEach(it -> sheet.say(INDENT + 3, it));
        }
    }

    private static String when(Next next, Instant now) {
        return switch (next.state()) {
            case "answered" -> "answered";
            case "upcoming" -> "upcoming" + next.by().map(it -> due(it, now)).orElse(", once the incident is declared");
            case "OVERDUE" -> "OVERDUE%s, YOU must call".formatted(due(next.by(), now));
            default -> next.state() + due(next.by(), now);
        };
    }

    private static void tell(Telling telling, Instant now, Sheet sheet) {
        sheet.say(
                INDENT,
                "%s%s: tell %s%s%s%s"
                        .formatted(
                                telling.state(),
                                due(telling.due(), now),
                                telling.audience().replace('_', ' '),
                                by(telling.channels()),
                                telling.opening()
                                        .map(it -> ", beginning with " + it)
                                        .orElse(""),
                                telling.outside() ? ". It leaves the company: a named person approves it first" : ""));
        sheet.say(INDENT + 3, "draft: /kb/" + telling.template());
    }

    private static String by(List<String> channels) {
        return channels.isEmpty()
                ? ""
                : " by " + String.join(", ", channels).replace('_', ' ').replace("sms", "SMS");
    }

    private static String due(Optional<Instant> due, Instant now) {
        return due.map(it -> due(it, now)).orElse("");
    }

    /** What is due within this minute is due now; late is said only of what is. */
    private static String due(Instant due, Instant now) {
        if (due.isAfter(now)) {
            return " by %s (%s)".formatted(Times.near(due, now), Times.relative(due, now));
        }
        return Deadlines.isLate(Optional.of(due), now) ? " since " + Times.near(due, now) : " now";
    }

    private NextText() {}
}
