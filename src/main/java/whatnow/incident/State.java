package whatnow.incident;

/** What is believed of a fact. A source that fell silent makes {@code UNKNOWN}, never {@code FALSE}. */
public enum State {
    TRUE,
    FALSE,
    UNKNOWN
}
