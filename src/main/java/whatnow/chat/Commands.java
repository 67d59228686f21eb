package whatnow.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;

/** The one grammar behind chat, the console and the terminal: finds the verb of a line and lets it answer. */
@Component
public class Commands {

    /** Never throws: what cannot be done is answered in words. */
    public Reply answer(Line line) {
        var verb = line.text().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        return new Reply(
                Outcome.ANSWERED,
                false,
                Optional.empty(),
                "",
                List.of(Row.head("What can be said"), Row.text("Asked: " + verb)),
                List.of(),
                List.of(),
                List.of());
    }
}
