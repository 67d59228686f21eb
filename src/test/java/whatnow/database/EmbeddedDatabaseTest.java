package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.database.pool.Pool;
import whatnow.testkit.TestPostgres;
import whatnow.testkit.Texts;
import whatnow.time.Now;

/** How the application gets its pools. */
class EmbeddedDatabaseTest {

    @TempDir
    Path parent;

    final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(Scanned.class);

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    static class Scanned {}

    @Test
    void withoutAServerNamedOneIsLaunchedAndStoppedAfterThePools() throws IOException {
        var data = DataDirectories.made(parent);
        application
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("whatnow.data=" + data, "whatnow.database.pools.people=3")
                .run(context -> {
                    assertThat(context).hasSingleBean(EmbeddedPostgres.class).doesNotHaveBean(NamedServer.class);
                    var people = context.getBean("peoplePool", HikariDataSource.class);
                    assertThat(people.getMaximumPoolSize()).isEqualTo(3);
                    assertThat(people.getConnectionTimeout()).isEqualTo(2_000);
                    var jdbc = context.getBean(JdbcClient.class);
                    for (var pool : Pool.values()) {
                        pool.run(() -> assertThat(jdbc.sql("show application_name")
                                        .query(String.class)
                                        .single())
                                .isEqualTo("whatnow"));
                    }
                    assertThat(context.getBean(Now.class).instant()).isNotNull();
                });

        assertThat(Postmaster.file(DataDirectories.cluster(data))).doesNotExist();
        assertThat(log(data)).doesNotContain("terminating connection");
    }

    @Test
    void aServerNamedByTheUserIsUsedAndNothingIsLaunched() {
        var theirs = TestPostgres.login();
        var data = parent.resolve("unused");
        application
                .withPropertyValues(
                        "whatnow.data=" + data,
                        "spring.datasource.url=" + theirs.url(),
                        "spring.datasource.username=" + theirs.user(),
                        "spring.datasource.password=" + theirs.password())
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedPostgres.class).hasSingleBean(NamedServer.class);
                    var jdbc = context.getBean(JdbcClient.class);
                    assertThat(jdbc.sql("select current_database()")
                                    .query(String.class)
                                    .single())
                            .startsWith("test_");
                });

        assertThat(data).doesNotExist();
    }

    @Test
    void aRefusalReachesThePersonAsOneSentence() throws IOException {
        var data = DataDirectories.made(parent);
        try (var first = EmbeddedPostgres.start(data)) {
            assertThat(first.pid()).isPositive();
            application.withPropertyValues("whatnow.data=" + data).run(context -> {
                var failure = Objects.requireNonNull(context.getStartupFailure());
                var told = Objects.requireNonNull(new DatabaseDidNotStartAnalyzer().analyze(failure));

                assertThat(told.getDescription()).startsWith("Another Whatnow").hasLineCount(1);
            });
        }
    }

    private static String log(Path data) throws IOException {
        try (var files = Files.list(data.resolve("postgres/18/log"))) {
            return files.map(Texts::read).collect(Collectors.joining());
        }
    }
}
