package whatnow.story;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
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
import whatnow.feedback.Counting;
import whatnow.message.Sending;
import whatnow.probe.Looking;
import whatnow.probe.ToldLooker;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;
import whatnow.testkit.slack.FakeSlack;
import whatnow.time.Now;

/** The application with its clock, and the Slack that it tells of incidents. */
record Running(ConfigurableApplicationContext context, MovableClock clock, int port, Login login, FakeSlack slack) {

    private static final String ALL_FOLDED = "select not exists (select from inbox)";
    private static final String STILL_DUE = "select incident::text from decision_due";

    static Running start() {
        var login = TestPostgres.login();
        var time = new AtomicReference<Now>(new MovableClock());
        var slack = FakeSlack.start(() -> time.get().instant());
        var context = new SpringApplicationBuilder(Whatnow.class, Clockwork.class)
                .properties(Map.ofEntries(
                        entry("whatnow.bootstrap-token", Night.TOKEN),
                        entry("whatnow.decisions.worker", "false"),
                        entry("whatnow.messages.worker", "false"),
                        entry("whatnow.sweep.every", Night.NEVER.toString()),
                        entry("whatnow.intake.mappings-every", Night.NEVER.toString()),
                        entry("whatnow.journal.every", Night.NEVER.toString()),
                        entry("whatnow.probe.every", Night.NEVER.toString()),
                        entry("whatnow.feedback.every", Night.NEVER.toString()),
                        entry("whatnow.slack.api", slack.api()),
                        entry("whatnow.slack.bot-token", FakeSlack.BOT_TOKEN),
                        entry("whatnow.slack.channels.default", FakeSlack.CHANNEL),
                        entry("spring.datasource.url", login.url()),
                        entry("spring.datasource.username", login.user()),
                        entry("spring.datasource.password", login.password())))
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--whatnow.data=target/night-data-"
                                + ProcessHandle.current().pid());
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        var clock = context.getBean(MovableClock.class);
        time.set(clock);
        return new Running(context, clock, port, login, slack);
    }

    void triesToSend() {
        Sending.all(context);
    }

    /** Until nothing waits any more; a second passes after each message, as channels want it. */
    void sendWhatWaits() {
        while (Sending.all(context)) {
            clock.passes(Duration.ofSeconds(1));
        }
    }

    /** Whoever decides passes over what another holds; a story would then go on with an old decision. */
    void decideWhatIsDue() {
        waitUntilAllIsFolded();
        context.getBean(DecisionDesk.class).workOff(() -> true);
        assertThat(context.getBean(JdbcClient.class)
                        .sql(STILL_DUE)
                        .query(String.class)
                        .list())
                .as("incidents that somebody else held, so that nobody decided about them")
                .isEmpty();
    }

    /** What comes in a storm is folded behind its answer. */
    void waitUntilAllIsFolded() {
        var jdbc = context.getBean(JdbcClient.class);
        var tries = 0;
        while (!jdbc.sql(ALL_FOLDED).query(Boolean.class).single()) {
            assertThat(tries++).as("looks whether all is folded").isLessThan(3_000);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    List<Duration> timers() {
        return context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(it -> it.getScheduledTasks().stream())
                .map(it -> ((IntervalTask) it.getTask()).getInitialDelayDuration())
                .toList();
    }

    void forgetEverything() {
        Looking.forget(context);
        Counting.now(context);
        TestPostgres.empty(login, "access_token", "flyway_schema_history", "plan_activation", "decision_text");
    }

    @Configuration(proxyBeanMethods = false)
    static class Clockwork {

        @Bean
        @Primary
        ToldLooker toldLooker() {
            return new ToldLooker();
        }

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
