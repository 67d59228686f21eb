package whatnow.story;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import whatnow.Whatnow;
import whatnow.database.Login;
import whatnow.decision.DecisionDesk;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;

/** The application with its clock. */
record Running(ConfigurableApplicationContext context, MovableClock clock, int port, Login login) {

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

    void decideWhatIsDue() {
        context.getBean(DecisionDesk.class).workOff(() -> true);
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
