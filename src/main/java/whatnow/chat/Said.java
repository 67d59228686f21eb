package whatnow.chat;

import java.util.Optional;
import whatnow.security.Person;

/**
 * A line whose verb has been found.
 *
 * @param rest what stands behind the verb
 * @param here number of the incident that the page or channel is about; empty elsewhere
 */
public record Said(Person person, String rest, Optional<String> here) {

    public Said withRest(String other) {
        return new Said(person, other, here);
    }
}
