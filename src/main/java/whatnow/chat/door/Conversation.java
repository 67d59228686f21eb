package whatnow.chat.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import whatnow.chat.Line;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.account.ChatUser;
import whatnow.chat.account.Linker;
import whatnow.now.Times;

/**
 * Answers what a chat user says, as the person that the user is linked to. Whom nobody knows is shown the way to become
 * known, and nothing else.
 */
@Component
public class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final String LINK = "link";

    private final Linker linker;
    private final Answers answers;

    Conversation(Linker linker, Answers answers) {
        this.linker = linker;
        this.answers = answers;
    }

    /**
     * @param handle how the chat shows the user
     * @param incident that the channel or the pressed button is about
     * @param seen version that the pressed button was shown with
     */
    public Reply answer(ChatUser user, String handle, String text, Optional<String> incident, Optional<String> seen) {
        try {
            var person = linker.person(user);
            if (person.isEmpty() || text.strip().toLowerCase(Locale.ROOT).equals(LINK)) {
                return offer(user, handle);
            }
            return answers.to(new Line(person.get(), text, incident, seen));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("A chat user could not be answered, because the database does not answer: {}", away.toString());
            return Reply.refused(
                    "The database does not answer. It may or may not have been done: look before you repeat it.",
                    "The Now page shows what was known before.");
        } catch (RuntimeException failure) {
            var id = UUID.randomUUID();
            LOG.error("Failure {} in a chat", id, failure);
            return Reply.refused(
                    "Something broke here. It may or may not have been done: look before you repeat it.",
                    "Give this id to whoever runs Whatnow: " + id);
        }
    }

    private Reply offer(ChatUser user, String handle) {
        var service = user.service().title();
        var known = linker.person(user);
        var head = known.map(it ->
                        "Here you are %s, %s.".formatted(it.name(), it.role().key()))
                .orElse("Nobody here knows this %s account yet.".formatted(service));
        var code = linker.offer(user, handle);
        return new Reply(
                Outcome.REFUSED,
                false,
                Optional.empty(),
                "",
                List.of(
                        Row.head(head),
                        Row.link("Say who you are: open this page and confirm", "/chat/link?code=" + code.secret()),
                        Row.note(
                                "It works once, until %s, and is for you alone: whoever opens it will act through your %s account."
                                        .formatted(Times.full(code.expiresAt()), service))),
                List.of(),
                List.of(),
                List.of());
    }
}
