package whatnow.chat.words;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A piece of a sentence that means one thing: a name, a phrase of the dictionary, an amount, a mark, or an unknown word. */
sealed interface Item {

    Pattern NO_NOUN = Pattern.compile("\\p{L}+(?:ly|ed|ing)|\\p{L}");

    /** Its first token. */
    int from();

    /** Behind its last token. */
    int to();

    /**
     * @param isCommon an everyday word too, so that it is a name only where nothing speaks against it
     * @param isData it may mean what is stored there as well: {@code user uploads}
     * @param isHead it may mean a part of what is named before it: {@code api logs}
     */
    record Named(int from, int to, Names.Kind kind, Set<String> names, boolean isCommon, boolean isData, boolean isHead)
            implements Item {}

    /** @param skips words of any kind stand in it */
    record Known(int from, int to, Phrase phrase, String text, boolean skips) implements Item {}

    record Percent(int from, int to, double value) implements Item {}

    /** @param isAgo it says when something was, rather than how long */
    record Span(int from, int to, Duration value, boolean isAgo) implements Item {}

    /** @param value empty if it is a time of another zone than UTC */
    record Clock(int from, int to, Optional<Instant> value) implements Item {}

    record Number(int from, int to, double value) implements Item {}

    record Word(int from, int to, String text) implements Item {}

    record Point(int from, int to, String text) implements Item {}

    default boolean means(Meaning meaning) {
        return this instanceof Known known && known.phrase().means(meaning);
    }

    /** It says something of a thing. */
    default boolean claims() {
        return this instanceof Known known && known.phrase().claims();
    }

    default boolean isAmount() {
        return switch (this) {
            case Percent _, Span _, Clock _ -> true;
            case Named _, Known _, Number _, Word _, Point _ -> false;
        };
    }

    /** The words of a phrase; nothing else has any. */
    default String text() {
        return switch (this) {
            case Known known -> known.text();
            case Word word -> word.text();
            case Point point -> point.text();
            case Named _, Percent _, Span _, Clock _, Number _ -> "";
        };
    }

    /** An unknown word that may name something: no adverb, and no form of a verb. */
    default boolean isUnknownThing() {
        return this instanceof Word word && !NO_NOUN.matcher(word.text()).matches();
    }
}
