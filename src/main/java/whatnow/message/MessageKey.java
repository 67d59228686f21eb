package whatnow.message;

/**
 * By which a message is known to whoever keeps it up to date.
 *
 * @param about what it is about, for example the number of an incident
 * @param part which of several messages about it; empty for the first
 */
public record MessageKey(String about, String part) {

    public static MessageKey about(String about) {
        return new MessageKey(about, "");
    }
}
