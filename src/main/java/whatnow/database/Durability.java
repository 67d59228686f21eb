package whatnow.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a server keeps what it has accepted. "Accepted" is a promise to senders, who delete their copy: a server that
 * commits before it writes makes liars of us at the next power cut (C-4).
 */
final class Durability {

    private static final Map<String, Set<String>> EXPECTED = expected();

    /** What is missing, in words; empty when all is well. Asked as the role that writes, since roles can differ. */
    static List<String> faults(Connection connection) throws SQLException {
        var faults = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            for (var setting : EXPECTED.entrySet()) {
                try (var row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    if (!setting.getValue().contains(row.getString(1))) {
                        faults.add(fault(setting.getKey(), row.getString(1)));
                    }
                }
            }
        }
        return faults;
    }

    private static String fault(String setting, String found) {
        return "%s is (%s), expected (on)".formatted(setting, found);
    }

    private static Map<String, Set<String>> expected() {
        var expected = new LinkedHashMap<String, Set<String>>();
        expected.put("fsync", Set.of("on"));
        expected.put("synchronous_commit", Set.of("on", "remote_apply"));
        expected.put("full_page_writes", Set.of("on"));
        expected.put("data_checksums", Set.of("on"));
        return expected;
    }

    private Durability() {}
}
