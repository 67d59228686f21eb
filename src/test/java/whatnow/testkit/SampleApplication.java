package whatnow.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import whatnow.chat.Commands;
import whatnow.chat.SampleCommands;
import whatnow.chat.account.Accounts;
import whatnow.chat.account.InMemoryAccounts;
import whatnow.chat.door.Answers;
import whatnow.chat.door.Deliveries;
import whatnow.chat.door.LocalDeliveries;
import whatnow.clearance.Clearance;
import whatnow.database.disk.Disk;
import whatnow.decision.DecisionLog;
import whatnow.incident.InMemoryRestrictions;
import whatnow.incident.Incidents;
import whatnow.incident.Restrictions;
import whatnow.knowledge.Library;
import whatnow.message.Undelivered;
import whatnow.now.NowCards;
import whatnow.plan.Plans;
import whatnow.rulebook.BooksInForce;
import whatnow.security.InMemoryTokens;
import whatnow.security.Tokens;
import whatnow.signal.Doors;
import whatnow.signal.Source;
import whatnow.signal.Sources;
import whatnow.time.Now;

/** The doors for people without a database behind them: sample cards, real articles, real plans. */
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "whatnow.web",
            "whatnow.security",
            "whatnow.clearance",
            "whatnow.action",
            "whatnow.chat.account",
            "whatnow.chat.door",
            "whatnow.chat.slack",
            "whatnow.chat.mattermost"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Postgres.*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?")
        })
public class SampleApplication {

    /** Shows the pages to whoever works on them. */
    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    @Bean
    Now now() {
        return new MovableClock(SampleCards.NOW);
    }

    @Bean
    Tokens tokens() {
        return new InMemoryTokens();
    }

    @Bean
    Accounts accounts() {
        return new InMemoryAccounts();
    }

    @Bean
    Deliveries deliveries() {
        return new LocalDeliveries();
    }

    @Bean
    Answers answers(Commands commands) {
        return commands::answer;
    }

    @Bean
    SampleCards cards() {
        return new SampleCards();
    }

    @Bean
    Incidents incidents() {
        return SampleIncidents.make();
    }

    @Bean
    Restrictions restrictions(Incidents incidents) {
        return new InMemoryRestrictions(incidents);
    }

    @Bean
    DecisionLog decisions(Incidents incidents) {
        return new SampleDecisions(
                incidents.numbered(SampleCards.DATABASE).orElseThrow().id());
    }

    /** The grammar with one verb: what the others do is told by stories of the whole product. */
    @Bean
    Commands commands(NowCards cards, Clearance clearance) {
        return SampleCommands.over(cards, clearance);
    }

    @Bean
    Doors senderDoors() {
        return () -> List.of(
                new Doors.Door("grafana", "Grafana alerting", "/api/v1/ingest/grafana", ""),
                new Doors.Door("pagerduty-events", "PagerDuty Events API v2", "/v2/enqueue", "as the routing key"));
    }

    @Bean
    Plans plans() {
        return new SamplePlans();
    }

    @Bean
    Library library() {
        return ShippedArticles.library();
    }

    @Bean
    Sources sources() {
        var broken = new Source.Unreadable(
                SampleCards.NOW.minusSeconds(600), 3, "labels is not an object", "{\"labels\": [\"<b>\u202Ex\"]}");
        return now -> List.of(
                new Source(
                        "prometheus us-east-1",
                        Optional.of(now.minusSeconds(12)),
                        Optional.of(now.minusSeconds(12)),
                        Duration.ofSeconds(30),
                        Source.State.FRESH,
                        1,
                        List.of(broken)),
                new Source(
                        "cloudwatch eu-west-1",
                        Optional.of(now.minus(Duration.ofMinutes(47))),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        Source.State.SILENT,
                        0,
                        List.of()));
    }

    @Bean
    Disk disk() {
        return List::of;
    }

    @Bean
    Undelivered undelivered() {
        return () -> List.of("Slack has not taken messages since 14:02 UTC (channel_not_found for C042 of freight)."
                + " Tell people by other means.");
    }

    @Bean
    BooksInForce books() {
        var examples = new HashMap<String, BooksInForce.Examples>();
        var book = ShippedRules.book("severity");
        book.rules().forEach(it -> examples.put(it.name(), new BooksInForce.Examples(2, 1)));
        return new BooksInForce() {

            @Override
            public List<Standing> all() {
                return List.of(
                        new Standing("severity", Optional.of(book), examples, List.of()),
                        new Standing(
                                "communication",
                                Optional.empty(),
                                Map.of(),
                                List.of("words.drl:12: no such field (serverity)")));
            }

            @Override
            public List<String> troubles() {
                return List.of("The rule book (communication) did not load: it says nothing.");
            }
        };
    }
}
