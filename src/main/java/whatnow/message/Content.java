package whatnow.message;

/**
 * What a message says.
 *
 * @param text plain, in one or a few lines: what is shown where the payload is not, and read aloud. The channel escapes it
 * @param payload fields of the peer's own format as one JSON object; empty if the text is all
 */
public record Content(String text, String payload) {

    public static Content text(String text) {
        return new Content(text, "");
    }
}
