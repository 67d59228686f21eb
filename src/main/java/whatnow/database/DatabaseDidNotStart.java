package whatnow.database;

/** The embedded database is not to be had. The message says what was expected, what was there and what to try. */
public final class DatabaseDidNotStart extends RuntimeException {

    DatabaseDidNotStart(String message) {
        super(message);
    }

    DatabaseDidNotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
