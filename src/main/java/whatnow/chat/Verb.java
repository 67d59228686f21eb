package whatnow.chat;

import java.util.List;
import java.util.regex.Pattern;
import whatnow.security.Role;

/** One word of the grammar and what it does. */
public interface Verb {

    /** After these words the one before them is part of a sentence and no verb. */
    Pattern SENTENCE = Pattern.compile(
            "^(is|are|was|were|isn't|isnt|aren't|has|have|hasn't|does|doesn't|seems?|looks?|might|may|could|keeps?|went|just"
                    + "|still|gives?|throws?|returns?|times)\\b",
            Pattern.CASE_INSENSITIVE);

    String name();

    /** Other words for it, as people of other tools know them. */
    default List<String> aliases() {
        return List.of();
    }

    /** How it is typed: {@code ack [INC] [note]}. */
    String form();

    /** One sentence for the help. */
    String says();

    Role needs();

    /** Whether it writes anything down. A button that was shown with an older state of the incident then does nothing. */
    default boolean changes() {
        return false;
    }

    /**
     * Whether what stands behind the word can be meant for it; if not, the whole line is read as a sentence: {@code search
     * is slow}.
     */
    default boolean takes(String rest) {
        return !SENTENCE.matcher(rest).find();
    }

    /**
     * @throws org.springframework.web.server.ResponseStatusException where what is asked for is refused, with the reason in
     *     words
     */
    Reply answer(Said said);
}
