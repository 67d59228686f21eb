package whatnow.chat;

import java.util.Optional;
import whatnow.security.Person;

/**
 * One line that somebody typed, or a button that they pressed: every button says a line of the same grammar.
 *
 * @param text without the root command; {@code ack INC-2026-0042 looking}
 * @param incident number of the one that the page or channel is about; empty elsewhere
 * @param seen version of the incident that the pressed button was shown with; empty for what was typed
 */
public record Line(Person person, String text, Optional<String> incident, Optional<String> seen) {

    public static Line typed(Person person, String text) {
        return new Line(person, text, Optional.empty(), Optional.empty());
    }
}
