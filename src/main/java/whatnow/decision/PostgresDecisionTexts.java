package whatnow.decision;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresDecisionTexts implements DecisionTexts {

    private static final String KEEP = """
            insert into decision_text (sha256, kind, text)
            values (:sha256, :kind, :text)
            on conflict (sha256) do nothing
            """;

    private static final String FIND = "select text from decision_text where sha256 = :sha256";

    private static final String HAS = "select exists (select 1 from decision_text where sha256 = :sha256)";

    private final JdbcClient jdbc;

    PostgresDecisionTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(String kind, String sha256, String text) {
        jdbc.sql(KEEP)
                .param("sha256", sha256)
                .param("kind", kind)
                .param("text", text)
                .update();
    }

    @Override
    public boolean has(String sha256) {
        return jdbc.sql(HAS).param("sha256", sha256).query(Boolean.class).single();
    }

    @Override
    public Optional<String> find(String sha256) {
        return jdbc.sql(FIND).param("sha256", sha256).query(String.class).optional();
    }
}
