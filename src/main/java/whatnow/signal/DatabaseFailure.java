package whatnow.signal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that cannot take anything now from one that does not take this. */
final class DatabaseFailure {

    /** By the first two letters of the state: no connection, no room, shutting down, the system below failed. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    /** A standby, or a server that was set to read only. */
    private static final String READ_ONLY = "25006";

    static boolean isAway(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause)
                .limit(20)
                .anyMatch(DatabaseFailure::saysAway);
    }

    private static boolean saysAway(Throwable cause) {
        return switch (cause) {
            case CannotCreateTransactionException _, DataAccessResourceFailureException _, IOException _ -> true;
            // It hides what failed before, and that it could not even roll back means that the connection is gone.
            case TransactionSystemException _ -> true;
            case SQLException sql -> isAway(String.valueOf(sql.getSQLState()));
            default -> false;
        };
    }

    private static boolean isAway(String state) {
        return state.length() == 5 && AWAY.contains(state.substring(0, 2)) || state.equals(READ_ONLY);
    }

    private DatabaseFailure() {}
}
