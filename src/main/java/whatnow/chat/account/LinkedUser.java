package whatnow.chat.account;

import java.time.Instant;
import java.util.UUID;
import whatnow.security.Person;

/**
 * A chat user who acts as a person.
 *
 * @param handle how the chat showed the user when the link was made; for reading only, users change it
 * @param credential the token or login link that the person was signed in with; when it is revoked, this ends too
 */
public record LinkedUser(UUID id, ChatUser user, String handle, Person person, UUID credential, Instant since) {}
