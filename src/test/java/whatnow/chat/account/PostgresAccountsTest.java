package whatnow.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.security.Secret;
import whatnow.testkit.TestPostgres;

class PostgresAccountsTest extends AccountsContract {

    private final JdbcClient jdbc = TestPostgres.client();
    private final Accounts accounts = new PostgresAccounts(jdbc);

    @Override
    Accounts accounts() {
        return accounts;
    }

    @Test
    void whoEverWasLinkedAndByWhomItEndedIsKept() {
        accounts.offer(offer("x", ANNA), NOON);
        var link = link(ANNA, "anna");
        accounts.link(link, Secret.sha256("x"));
        accounts.unlink(link, "bea", NOON.plusSeconds(60));

        assertThat(jdbc.sql(
                                "select kind || ' ' || person || ' by ' || by_person from chat_account_entry order by position")
                        .query(String.class)
                        .list())
                .containsExactly("LINKED anna by anna", "UNLINKED anna by bea");
        assertThatThrownBy(() -> jdbc.sql("delete from chat_account_entry").update())
                .hasMessageContaining("history");
    }

    @Test
    void aRoleThatThisVersionDoesNotKnowLetsNobodyIn() {
        accounts.offer(offer("x", ANNA), NOON);
        accounts.link(link(ANNA, "anna"), Secret.sha256("x"));

        jdbc.sql("update chat_account set role = 'emperor'").update();

        assertThat(accounts.links()).isEmpty();
    }
}
