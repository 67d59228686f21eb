package whatnow.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one line a person needs instead of the stack of beans that could not be made. */
final class DatabaseDidNotStartAnalyzer extends AbstractFailureAnalyzer<DatabaseDidNotStart> {

    private static final String OTHERWISE = "Or set spring.datasource.url to a PostgreSQL server of your own.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseDidNotStart cause) {
        return new FailureAnalysis(cause.getMessage(), OTHERWISE, cause);
    }
}
