package whatnow.message;

/**
 * A way out: one kind of chat. Nothing here throws or waits for longer than {@link Peer#LONGEST} for one answer.
 */
public interface Channel {

    /** What destinations call it: {@code slack}. */
    String kind();

    /** What people call it: {@code Slack}. */
    String name();

    /** Whether it is set up to send anything. */
    boolean isOpen();

    Answer post(Letter letter);

    /** @param posted the peer's id, as {@link Answer.Taken} gave it */
    Answer update(Letter letter, String posted);

    /**
     * Looks whether an earlier post has arrived after all.
     *
     * @return {@link Answer.Found}, {@link Answer.Absent}, or why it cannot be told
     */
    Answer find(Letter letter);
}
