package whatnow.feedback;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.incident.Incidents;
import whatnow.incident.TestIncidents;
import whatnow.testkit.SampleIncidents;
import whatnow.testkit.TestPostgres;

class PostgresDraftsTest extends DraftsContract {

    private final DataSource database = TestPostgres.dataSource();
    private final Incidents incidents = TestIncidents.on(database, SampleIncidents.NOTHING_KNOWN, _ -> {});
    private final Drafts drafts = new PostgresDrafts(JdbcClient.create(database));

    @AfterEach
    void close() throws Exception {
        database.unwrap(AutoCloseable.class).close();
    }

    @Override
    Drafts drafts() {
        return drafts;
    }

    @Override
    Incidents incidents() {
        return incidents;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update article_draft set text = 'x'", "delete from article_draft", "truncate article_draft"})
    void historyOnlyGrows(String change) {
        open(incident(), "first");

        assertThatThrownBy(() -> JdbcClient.create(database).sql(change).update())
                .hasMessageContaining("only grows");
    }
}
