package whatnow.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import whatnow.testkit.TestPostgres;

class PostgresIncidentsTest extends IncidentsContract {

    private final DataSource database = TestPostgres.dataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final List<Object> events = new ArrayList<>();
    private final Incidents incidents = TestIncidents.on(database, TOPOLOGY, events::add);

    /** Every test has a database of its own, and the server has only so many connections. */
    @AfterEach
    void close() throws Exception {
        database.unwrap(AutoCloseable.class).close();
    }

    @Override
    Incidents incidents() {
        return incidents;
    }

    @Override
    Map<IncidentId, Instant> due() {
        return jdbc
                .query(
                        "select incident, since from decision_due",
                        (row, _) -> Map.entry(
                                new IncidentId(row.getObject("incident", UUID.class)),
                                row.getObject("since", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void theDeciderIsWokenAfterTheCommitAndNotBefore() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));

        var inside = transaction.execute(_ -> {
            var incident = opened(NOON);
            incidents.due(Set.of(incident.id()), NOON);
            return List.copyOf(events);
        });

        assertThat(inside).isEmpty();
        assertThat(events).hasSize(1).first().isInstanceOf(FactsLearnt.class);
    }

    @Test
    void nothingIsLeftOfATransactionThatFailed() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));

        transaction.executeWithoutResult(status -> {
            opened(NOON);
            status.setRollbackOnly();
        });

        assertThat(incidents.recent(10)).isEmpty();
        assertThat(events).isEmpty();
    }

    /** History is what is read after the night; nobody improves it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update timeline set text = 'all was fine'",
                "delete from timeline",
                "truncate timeline",
                "update fact set state = 'FALSE'",
                "delete from fact",
                "truncate fact cascade",
                "truncate signal",
                "truncate unreadable_signal",
                "truncate fact_request"
            })
    void historyOnlyGrows(String statement) {
        var incident = showing("database");
        incidents.learn(fact(FactType.REPLICATION, service("database"), Map.of(), NOON, Optional.of(incident.id())));

        assertThatThrownBy(() -> jdbc.execute(statement)).hasMessageContaining("only grows");
    }

    @Test
    void noColumnHasATimeOfItsOwnMaking() {
        assertThat(jdbc.queryForList("""
                        select table_name || '.' || column_name
                          from information_schema.columns
                         where table_schema = 'public'
                           and table_name not like 'flyway%'
                           and column_default is not null
                        """, String.class)).isEmpty();
    }
}
