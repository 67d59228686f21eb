package whatnow.chat;

import java.util.ArrayList;
import java.util.List;
import whatnow.chat.Reply.Button;
import whatnow.decision.asking.AnswerForm;
import whatnow.now.NowCard;
import whatnow.now.NowCard.Unknown;

/** The few buttons of a card; whatever else can be done is said in words. */
final class CardButtons {

    static List<Button> of(NowCard card) {
        var number = card.incident();
        var buttons = new ArrayList<Button>();
        if (isOver(card)) {
            return List.of();
        }
        card.unknowns().stream()
                .limit(1)
                .filter(it -> it.form() == AnswerForm.CHOICE)
                .forEach(it -> it.answers()
                        .forEach(answer ->
                                buttons.add(Button.of(answer, "answer %s %s %s".formatted(number, it.key(), answer)))));
        if (card.head().who().isEmpty()) {
            buttons.add(Button.main("Acknowledge", "ack " + number));
        }
        buttons.add(Button.of("Escalate", "escalate " + number));
        buttons.add(Button.of("Why", "why " + number));
        return List.copyOf(buttons);
    }

    /** The answer in words, for whoever sees no buttons or has to say more than one. */
    static String howToSay(NowCard card, Unknown unknown) {
        if (card.incident().isEmpty()) {
            return "";
        }
        return " Say: "
                + switch (unknown.form()) {
                    case CHOICE -> "answer " + String.join(" | ", unknown.answers());
                    case TIME -> "answer 02:14:10";
                    case SECONDS -> "answer 90 s";
                    case CHANGE -> "answer release 2.4 at 13:50, or: answer no";
                    case BACKUP -> "answer snapshot of 02:00, checked 03:10 by restoring it aside, or: answer no";
                    case LOSS ->
                        "answer %s as ROLE, writes after TIME (both as the card names them)"
                                .formatted(String.join(" | ", unknown.answers()));
                };
    }

    private static boolean isOver(NowCard card) {
        return List.of("resolved", "closed", "cancelled", "merged")
                .contains(card.head().status());
    }

    private CardButtons() {}
}
