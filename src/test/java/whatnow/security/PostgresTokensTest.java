package whatnow.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.testkit.TestPostgres;

class PostgresTokensTest extends TokensContract {

    private final JdbcClient jdbc = TestPostgres.client();
    private final Tokens tokens = new PostgresTokens(jdbc);

    @Override
    Tokens tokens() {
        return tokens;
    }

    @Test
    void historyCannotBeRewritten() {
        tokens.add(token("anna"));

        assertThatThrownBy(
                        () -> jdbc.sql("update access_token set role = 'admin'").update())
                .hasMessageContaining("is history");
    }
}
