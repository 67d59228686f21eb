package whatnow.knowledge.words;

/**
 * One thing that can be found.
 *
 * @param text as it stands in the index
 * @param position of the word it comes from; equal for a name and its last part
 * @param start of the word in the text it comes from
 * @param end behind the word
 */
public record Token(String text, Kind kind, int position, int start, int end) {

    public enum Kind {
        /** A word, or a part of a name, without its ending: {@code replic}. */
        PART,
        /** A name of several parts as it was written, in small letters: {@code pg_ctl}, {@code podcrashlooping}. */
        WHOLE,
        /** What a word means, shared with all words that mean the same: {@code §database}. */
        CONCEPT
    }
}
