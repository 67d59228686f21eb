package whatnow.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import whatnow.feedback.ArticleUses;
import whatnow.feedback.DraftText;
import whatnow.feedback.Drafts;
import whatnow.feedback.InMemoryDrafts;
import whatnow.incident.InMemoryRestrictions;
import whatnow.incident.Incidents;
import whatnow.incident.Restrictions;
import whatnow.incident.SymptomKind;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.Library;
import whatnow.knowledge.SearchesReached;
import whatnow.message.Undelivered;
import whatnow.now.Foresight;
import whatnow.now.NowCards;
import whatnow.plan.Plans;
import whatnow.plan.Severity;
import whatnow.plan.Urgency;
import whatnow.probe.Probes;
import whatnow.rulebook.BooksInForce;
import whatnow.security.InMemoryTokens;
import whatnow.security.Tokens;
import whatnow.signal.Doors;
import whatnow.signal.Reading;
import whatnow.signal.Signal;
import whatnow.signal.Sources;
import whatnow.signal.TestAlerts;
import whatnow.signal.Traffic;
import whatnow.signal.Watched;
import whatnow.time.Now;

/** The doors for people without a database behind them: sample cards, real articles, real plans. */
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "whatnow.web",
            "whatnow.security",
            "whatnow.clearance",
            "whatnow.coverage",
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
    Drafts drafts(Incidents incidents) {
        var incident = incidents.numbered(SampleCards.DATABASE).orElseThrow();
        var missed = new DraftText.Missed(
                incident,
                Optional.of("database-instance-failure#steps"),
                "how to warm the <cache>\u202E",
                incidents.symptoms(incident.id()),
                incidents.facts(incident.id()));
        var drafts = new InMemoryDrafts();
        drafts.open(
                incident, missed.article(), DraftText.of(missed, _ -> false), missed.note(), "anna", SampleCards.NOW);
        return drafts;
    }

    @Bean
    Helpfulness helpfulness() {
        return Helpfulness.NONE;
    }

    @Bean
    SearchesReached searchesReached() {
        return SearchesReached.NOBODY_COUNTS;
    }

    @Bean
    ArticleUses articleUses() {
        return new SampleUses();
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
        return new Doors() {

            @Override
            public List<Door> all() {
                return List.of(
                        new Door("grafana", "Grafana alerting", "/api/v1/ingest/grafana", "", true),
                        new Door(
                                "pagerduty-events",
                                "PagerDuty Events API v2",
                                "/v2/enqueue",
                                "as the routing key",
                                false));
            }

            @Override
            public List<String> troubles() {
                return List.of("kuma.yaml, line 4, name: found (<b>\u202E), expected a path.");
            }
        };
    }

    /** A sender whose token was not copied whole, and one that says something odd. */
    @Bean
    Traffic traffic() {
        var at = SampleCards.NOW;
        var odd = "The field (status) is (<b>\u202Epurple</b>); expected: firing, resolved or unknown.";
        return new Traffic() {

            @Override
            public Rate rate(String door, Instant now) {
                return door.equals("grafana")
                        ? new Rate(12, 1_840, Optional.of(at.minusSeconds(9)))
                        : new Rate(0, 0, Optional.empty());
            }

            @Override
            public List<Refusal> refusals() {
                var wrong = "Nobody has this token: it was revoked, or not copied whole.";
                return List.of(
                        new Refusal("grafana", 401, wrong, "", "203.0.113.77", 31, at.minusSeconds(900), at),
                        new Refusal("grafana", 400, odd, "eu\u202Emonitor", "10.0.0.7", 1, at, at.minusSeconds(40)));
            }
        };
    }

    @Bean
    Watched watched() {
        var at = SampleCards.NOW;
        var beats = List.of(
                new Watched.Beat("certificates", "freight-api", Duration.ofMinutes(10), at, at.plusSeconds(900), false),
                new Watched.Beat(
                        "nightly-backup",
                        "freight\u202E-db",
                        Duration.ofDays(1),
                        at.minus(Duration.ofDays(2)),
                        at.minus(Duration.ofHours(12)),
                        true));
        return new Watched() {

            @Override
            public List<Beat> all() {
                return beats;
            }

            @Override
            public boolean end(String id) {
                return false;
            }
        };
    }

    @Bean
    TestAlerts testAlerts() {
        return (door, by) -> {
            var labels = new TreeMap<>(Map.of("alertname", "WhatnowTest", "service", "whatnow-test"));
            var signal = new Signal(
                    "test of " + door,
                    "test",
                    SampleCards.NOW,
                    Signal.Status.FIRING,
                    Optional.empty(),
                    labels,
                    new TreeMap<>(Map.of("summary", "It does not answer", "whatnow_test", by)),
                    SampleCards.NOW);
            var reading = new Reading(
                    SymptomKind.UNAVAILABLE, "whatnow-test", Optional.empty(), Optional.empty(), Optional.empty());
            return new TestAlerts.Sent(
                    "Grafana alerting",
                    SampleCards.NOW,
                    List.of(new TestAlerts.Alert(signal, List.of(reading))),
                    List.of());
        };
    }

    @Bean
    Foresight foresight() {
        return (_, reading) -> new Foresight.Foreseen("general", reading.service(), Severity.SEV3, Urgency.HOUR);
    }

    @Bean
    Plans plans() {
        return new SamplePlans();
    }

    @Bean
    Probes probes() {
        return new SampleProbes();
    }

    @Bean
    Library library() {
        return ShippedArticles.library();
    }

    @Bean
    Sources sources() {
        return new SampleSources();
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
