package whatnow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestPostgresTest {

    @Test
    void everyCallGivesADatabaseOfItsOwn() {
        var first = JdbcClient.create(TestPostgres.dataSource());
        var second = JdbcClient.create(TestPostgres.dataSource());

        first.sql("create table only_here (id int)").update();

        assertThat(second.sql("select to_regclass('only_here') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theDatabaseWasMigrated() {
        var database = JdbcClient.create(TestPostgres.dataSource());

        assertThat(database.sql("select to_regclass('flyway_schema_history') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
