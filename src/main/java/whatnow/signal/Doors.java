package whatnow.signal;

import java.util.List;

/** The doors through which senders report, for whoever sets one up. */
public interface Doors {

    /** By title. */
    List<Door> all();

    /** What people wrote of doors and was not taken, a sentence each; what was taken before stays in force. */
    List<String> troubles();

    /**
     * One kind of sender's.
     *
     * @param key with which the names of its sources begin
     * @param path on this server, to be entered at the sender
     * @param token how a token for machines comes along, in words; empty where any way will do
     * @param hasSample whether a test alert can be sent
     */
    record Door(String key, String title, String path, String token, boolean hasSample) {

        /** Whether the source came through this door, as far as its name tells. */
        public boolean isOf(Source source) {
            return source.name().equals(key) || source.name().startsWith(key + " ");
        }
    }
}
