package whatnow.signal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whatnow.incident.IncidentId;

/** How this package's tables write what Java calls by other names. */
final class Rows {

    /** One column of many rows, for {@code unnest}: a batch of any size is one statement. */
    static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    static Heard.Alert alert(ResultSet row) throws SQLException {
        return new Heard.Alert(row.getString("fingerprint"), instant(row, "starts_at"));
    }

    static IncidentId incident(ResultSet row) throws SQLException {
        return new IncidentId(row.getObject("incident", UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Rows() {}
}
