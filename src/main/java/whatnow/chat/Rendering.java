package whatnow.chat;

/** A reply in the format of one kind of chat. */
public interface Rendering {

    /** The kind of chat: {@code slack}. */
    String kind();

    /** Fields of the peer's own format as one JSON object; texts are escaped in it. */
    String payload(Reply reply);
}
