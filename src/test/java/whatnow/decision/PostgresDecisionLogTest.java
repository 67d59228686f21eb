package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatnow.testkit.Facts.NOON;

import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.incident.IncidentId;
import whatnow.testkit.TestPostgres;

class PostgresDecisionLogTest extends DecisionLogContract {

    static final JdbcClient JDBC = TestPostgres.client();

    final DecisionLog log = new PostgresDecisionLog(JDBC);

    @Override
    DecisionLog log() {
        return log;
    }

    @Override
    IncidentId incident() {
        var id = UUID.randomUUID();
        JDBC.sql("""
                        insert into incident (id, number, plan, opened_at, status, drill)
                        values (:id, :number, 'freight', :at, 'TRIAGE', false)
                        """)
                .param("id", id)
                .param("number", "INC-" + id)
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .update();
        return new IncidentId(id);
    }

    @Test
    void historyIsNeverAlteredNorDeleted() {
        log.append(incident(), outage.inputs(), outage.outcome());

        for (var attempt :
                new String[] {"update decision set record = '{}'", "delete from decision", "truncate decision cascade"
                }) {
            assertThatThrownBy(() -> JDBC.sql(attempt).update()).hasMessageContaining("only grows");
        }
    }

    @Test
    void aPastDecisionIsMadeAgainFromTheTextsThatWereKept() {
        var texts = new PostgresDecisionTexts(JDBC);
        Deciding.BOOKS.all().forEach(it -> texts.keep("rules", it.sha256(), it.text()));
        texts.keep("plan", outage.inputs().planText(), outage.planText());
        var past = log.append(incident(), outage.inputs(), outage.outcome());

        var again = new DecisionAgain(texts).make(past).orElseThrow();

        assertThat(again.same()).isTrue();
        assertThat(again.outcome()).isEqualTo(past.outcome());
    }

    @Test
    void withoutItsTextsAPastDecisionCannotBeMadeAgainAndNothingIsMadeUp() {
        var fresh = TestPostgres.client();
        var past = log.append(incident(), outage.inputs(), outage.outcome());

        assertThat(new DecisionAgain(new PostgresDecisionTexts(fresh)).make(past))
                .isEmpty();
    }
}
