package whatnow.chat;

import java.util.regex.Pattern;

/** One word of the grammar and what it does. */
public interface Verb {

    /** After these words the one before them is part of a sentence and no verb. */
    Pattern SENTENCE = Pattern.compile(
            "^(is|are|was|were|isn't|isnt|aren't|has|have|hasn't|does|doesn't|seems?|looks?|might|may|could|keeps?|went|just"
                    + "|still|gives?|throws?|returns?|times)\\b",
            Pattern.CASE_INSENSITIVE);

    Usage usage();

    default String name() {
        return usage().name();
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
