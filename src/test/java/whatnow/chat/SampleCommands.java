package whatnow.chat;

import java.util.List;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Chip;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.clearance.Clearance;
import whatnow.now.NowCards;

/** The grammar over sample cards: it knows one verb and has always read the same sentence. */
public final class SampleCommands {

    public static Commands over(NowCards cards, Clearance clearance) {
        return new Commands(List.of(new SampleNow(cards)), new OnScreen(cards, clearance));
    }

    private record SampleNow(NowCards cards) implements Verb {

        @Override
        public Usage usage() {
            return Usage.looks("now", "now", "What now?");
        }

        @Override
        public Reply answer(Said said) {
            var card = CardRows.reply(
                    cards.all().getLast(), Outcome.ANSWERED, List.of(Row.text("I read: " + said.rest())));
            var chip = new Chip(
                    "us-east-1 is lost",
                    "us-east-1 is gone",
                    false,
                    List.of(Button.of("not this", "now -1 us-east-1 is gone")),
                    List.of(Button.of("it is us-west-2", "now 1=us-west-2 us-east-1 is gone")));
            return new Reply(
                    card.outcome(),
                    true,
                    card.incident(),
                    card.version(),
                    card.rows(),
                    card.details(),
                    List.of(chip),
                    List.of(Button.main("Record it", "fact us-east-1 is gone")));
        }
    }

    private SampleCommands() {}
}
