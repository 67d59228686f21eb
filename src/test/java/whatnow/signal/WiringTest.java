package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import whatnow.database.disk.Disk;
import whatnow.incident.DrawnTopology;
import whatnow.incident.Topology;
import whatnow.rulebook.CitedArticles;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;
import whatnow.time.Now;

class WiringTest {

    @Test
    void thePartsFindEachOtherAndTheSettingsAreRead() {
        new ApplicationContextRunner()
                .withUserConfiguration(Parts.class)
                .withPropertyValues("whatnow.sources.intervals[prod-am]=2m")
                .run(context -> {
                    assertThat(context)
                            .hasNotFailed()
                            .hasSingleBean(Signals.class)
                            .hasSingleBean(Sweep.class);
                    assertThat(context.getBean(Sources.class).at(MovableClock.NOON))
                            .singleElement()
                            .returns("prod-am", Source::name)
                            .returns(Duration.ofMinutes(2), Source::interval)
                            .returns(Source.State.NEVER, Source::state);
                });
    }

    /** Not annotated as a configuration, lest a scan of the whole product find it. */
    @ComponentScan(
            basePackages = {"whatnow.signal", "whatnow.incident", "whatnow.rulebook"},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "whatnow\\.incident\\.CataloguedTopology"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "whatnow\\.signal\\.pagerduty\\.EventsDoor"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "whatnow\\.signal\\.alertmanager\\.QuickDoor")
            })
    static class Parts {

        @Bean
        DataSource dataSource() {
            return TestPostgres.dataSource();
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbc) {
            return JdbcClient.create(jdbc);
        }

        @Bean
        TransactionTemplate transactions(DataSource database) {
            return new TransactionTemplate(new JdbcTransactionManager(database));
        }

        @Bean
        Disk disk() {
            return List::of;
        }

        @Bean
        Topology topology() {
            return new DrawnTopology();
        }

        @Bean
        CitedArticles articles() {
            return _ -> true;
        }

        @Bean
        Now now() {
            return new MovableClock();
        }
    }
}
