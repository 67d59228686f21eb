package whatnow.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatnow.database.Login;

/** Reads in the database what the product kept of what it promised to keep. */
record Kept(Login login) {

    /** Recovering, folding what waits, deciding: no promise, but a limit after which something hangs. */
    private static final Duration CAUGHT_UP = Duration.ofSeconds(90);

    private static final String KEYS = "select fingerprint from signal order by received_at, fingerprint";
    private static final String WAITING = "select count(*)::text from inbox";
    private static final String COUNTED = "select coalesce(sum(count), 0)::text from symptom where state = 'TRUE'";
    private static final String UNDECIDED = """
            select number from incident i
             where ended_at is null and not exists (select from decision d where d.incident = i.id)""";
    private static final String DUE = "select incident::text from decision_due";
    private static final String TWICE = """
            select key from symptom s join incident i on i.id = s.incident where i.ended_at is null
             group by key having count(*) > 1""";

    /** Waits until nothing is under way any more; then every promise was kept, once, and everything is decided about. */
    void keeps(List<String> promised) {
        Eventually.within(CAUGHT_UP, () -> {
            assertThat(texts(WAITING)).as("waiting in the inbox").containsExactly("0");
            assertThat(texts(DUE)).as("incidents to decide about").isEmpty();
            assertThat(new HashSet<>(texts(KEYS)))
                    .as("keys that were answered 2xx")
                    .containsAll(promised);
            return "";
        });
        var kept = texts(KEYS);
        assertThat(twice(kept)).as("kept twice").isEmpty();
        assertThat(texts(COUNTED)).as("counted in symptoms").containsExactly(Integer.toString(kept.size()));
        assertThat(texts(TWICE)).as("symptoms shown by two open incidents").isEmpty();
        assertThat(texts(UNDECIDED)).as("open incidents without a decision").isEmpty();
    }

    private static Map<String, Long> twice(List<String> keys) {
        var counted =
                keys.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        counted.values().removeIf(it -> it == 1);
        return counted;
    }

    List<String> texts(String query) {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
