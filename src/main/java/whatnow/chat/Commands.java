package whatnow.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.server.ResponseStatusException;
import whatnow.signal.Refused;

/** The one grammar behind chat, the console and the terminal: finds the verb of a line and lets it answer. */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    /** What people type before a verb, by habit or by copying it with the root command. */
    private static final Pattern ROOT =
            Pattern.compile("^(?:/(?:whatnow|dr|incident)\\b|!)\\s*", Pattern.CASE_INSENSITIVE);

    private final Map<String, Verb> verbs = new HashMap<>();
    private final Verb otherwise;
    private final OnScreen screen;

    Commands(List<Verb> all, OnScreen screen) {
        this.screen = screen;
        all.forEach(it -> {
            put(it.name(), it);
            it.usage().aliases().forEach(alias -> put(alias, it));
        });
        this.otherwise = Optional.ofNullable(verbs.get("now"))
                .orElseThrow(
                        () -> new IllegalStateException("The grammar has no verb (now); there are " + verbs.keySet()));
    }

    private void put(String word, Verb verb) {
        var before = verbs.put(word, verb);
        if (before != null) {
            throw new IllegalStateException(
                    "Two verbs are called (%s): %s and %s.".formatted(word, before.name(), verb.name()));
        }
    }

    /** Never throws: what cannot be done is answered in words. */
    public Reply answer(Line line) {
        try {
            return understood(line);
        } catch (ResponseStatusException refused) {
            return Reply.refused(Optional.ofNullable(refused.getReason()).orElse("This is refused."));
        } catch (Refused refused) {
            return Reply.refused(refused.why());
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("A line could not be answered, because the database does not: {}", away.getMessage());
            return Reply.refused(
                    "The database does not answer. It may or may not have been done: look before you repeat it.",
                    "What needs no database still works: search, runbook, help.");
        } catch (RuntimeException broken) {
            var id = UUID.randomUUID();
            LOG.error("Failure {} while answering a line", id, broken);
            return Reply.refused(
                    "Something broke here. It may or may not have been done: look before you repeat it.",
                    "Give this id to whoever runs Whatnow: " + id);
        }
    }

    private Reply understood(Line line) {
        var text = ROOT.matcher(line.text().strip()).replaceFirst("").strip();
        var parts = text.split("\\s+", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        var verb = Optional.ofNullable(verbs.get(parts[0].toLowerCase(Locale.ROOT)))
                .filter(it -> it.takes(rest));
        return verb.map(it -> answer(it, line, rest)).orElseGet(() -> answer(otherwise, line, text));
    }

    private Reply answer(Verb verb, Line line, String rest) {
        if (!line.person().may(verb.usage().needs())) {
            return Reply.refused(
                    "Only a %s may say this (%s); you are a %s."
                            .formatted(
                                    verb.usage().needs().key(),
                                    verb.name(),
                                    line.person().role().key()),
                    "Ask a %s, or the administrator for the role."
                            .formatted(verb.usage().needs().key()));
        }
        var said = new Said(line.person(), rest, line.incident());
        return (verb.usage().changes() ? screen.changedSince(line) : Optional.<Reply>empty())
                .orElseGet(() -> verb.answer(said));
    }
}
