package whatnow.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.security.Person;
import whatnow.security.Role;

/**
 * What every page needs besides its own matter.
 *
 * @param path of the page, to mark where one is and to come back after a form
 * @param form the token that every form carries
 * @param now when the page was made
 * @param troubles a disk that fills up, rule books and plans whose newest text was not taken, and chats that take no message
 */
public record Frame(
        String path,
        Optional<Person> person,
        Theme theme,
        String form,
        Instant now,
        Assets assets,
        List<Trouble> troubles) {

    /** Something about the product itself that the reader must know, and the page that says more; empty if none does. */
    public record Trouble(String words, String page) {}

    public boolean may(Role role) {
        return person.filter(it -> it.may(role)).isPresent();
    }

    public boolean mayRespond() {
        return may(Role.RESPONDER);
    }

    public boolean mayCommand() {
        return may(Role.COMMANDER);
    }

    public boolean isUnder(String part) {
        return part.equals("/") ? path.equals("/") : path.equals(part) || path.startsWith(part + "/");
    }
}
