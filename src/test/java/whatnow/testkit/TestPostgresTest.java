package whatnow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void everyCallGivesADatabaseOfItsOwn() {
        var first = TestPostgres.client();
        var second = TestPostgres.client();

        first.sql("create table only_here (id int)").update();

        assertThat(second.sql("select to_regclass('only_here') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theDatabaseWasMigrated() {
        var database = TestPostgres.client();

        assertThat(database.sql("select to_regclass('flyway_schema_history') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
