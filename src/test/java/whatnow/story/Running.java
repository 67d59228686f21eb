package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import whatnow.Whatnow;
import whatnow.database.Login;
import whatnow.decision.DecisionDesk;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;

/** The application with its clock. */
record Running(ConfigurableApplicationContext context, MovableClock clock, int port, Login login) {

    private static final String STILL_DUE = "select incident::text from decision_due";

    static Running start() {
        var login = TestPostgres.login();
        var context = new SpringApplicationBuilder(Whatnow.class, Clockwork.class)
                .properties(Map.of(
                        "whatnow.data",
                        "target/night-data-" + ProcessHandle.current().pid(),
                        "whatnow.bootstrap-token",
                        Night.TOKEN,
                        "whatnow.decisions.worker",
                        "false",
                        "whatnow.sweep.every",
                        Night.NEVER.toString(),
                        "spring.datasource.url",
                        login.url(),
                        "spring.datasource.username",
                        login.user(),
                        "spring.datasource.password",
                        login.password(),
                        "spring.datasource.hikari.maximum-pool-size",
                        "4"))
                .registerShutdownHook(false)
                .run("--server.port=0");
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return new Running(context, context.getBean(MovableClock.class), port, login);
    }

    /** Whoever decides passes over what another holds; a story would then go on with an old decision. */
    void decideWhatIsDue() {
        context.getBean(DecisionDesk.class).workOff(() -> true);
        assertThat(context.getBean(JdbcClient.class)
                        .sql(STILL_DUE)
                        .query(String.class)
                        .list())
                .as("incidents that somebody else held, so that nobody decided about them")
                .isEmpty();
    }

    List<Duration> timers() {
        return context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(it -> it.getScheduledTasks().stream())
                .map(it -> ((IntervalTask) it.getTask()).getInitialDelayDuration())
                .toList();
    }

    void forgetEverything() {
        TestPostgres.empty(login, "access_token", "flyway_schema_history", "plan_activation", "decision_text");
    }

    @Configuration(proxyBeanMethods = false)
    static class Clockwork {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
