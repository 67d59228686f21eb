package whatnow.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.database.Login;
import whatnow.testkit.Caller;
import whatnow.testkit.FaultyWire;
import whatnow.testkit.TestPostgres;

/**
 * The database is there and cannot be reached. Alerts are taken into the node's journal and are in the database once it is
 * back. Longer outages: {@code -Dwhatnow.outage=300}, in seconds.
 */
class DatabaseAwayIT {

    private static final Path FOLDER = Path.of("target/end-to-end/database-away");
    private static final long OUTAGE = Long.getLong("whatnow.outage", 12);
    private static final int A_SECOND = 20;

    /** A sender waits no longer; most give up after 10 s or more. */
    private static final Duration ANSWERED = Duration.ofSeconds(12);

    private static final Duration BACK = Duration.ofSeconds(60);
    private static final int MOST_THREADS = 200;

    private static final String ALERT = """
            {"name": "Order", "service": "%s", "status": "%s", "dedup_key": "order-%1$s", "labels": {"symptom": "SLOW", "zone": "us-east-1a"}}""";

    @Test
    @DisplayName(
            "(C-2, C-6) while the database swallows, cuts, hangs up or refuses, alerts are taken, and kept once and in order")
    void whileTheDatabaseIsAwayAlertsAreTaken() {
        var login = TestPostgres.login();
        try (var wire = FaultyWire.to(port(login));
                var product = Product.start(FOLDER.resolve("named"), through(wire, login))) {
            var kept = new Kept(login);
            try (var load = Load.on(product, A_SECOND)) {
                pause(2);
                outage(product, load, wire, "swallows", FaultyWire::swallows, OUTAGE);
                outage(product, load, wire, "resets", FaultyWire::resets, 3);
                outage(product, load, wire, "refuses", FaultyWire::refuses, 3);
                outage(product, load, wire, "hangs up", FaultyWire::hangsUp, 3);
                load.stops();

                assertThat(load.calls())
                        .as("taken, or told to come back")
                        .allMatch(it -> it.isTaken() || it.status() == 503);
                assertThat(load.calls())
                        .as("answered in time")
                        .allMatch(it -> it.took().compareTo(ANSWERED) <= 0);
                kept.keeps(load.promised());
            }
        }
    }

    @Test
    @DisplayName(
            "(C-1, C-9) what is in the journal outlives a kill, and is told in its order: what ended last has ended")
    void whatIsInTheJournalOutlivesAKillInItsOrder() {
        var login = TestPostgres.login();
        try (var wire = FaultyWire.to(port(login));
                var product = Product.start(FOLDER.resolve("order"), through(wire, login))) {
            wire.refuses();
            for (var state : List.of("firing", "resolved", "firing", "resolved")) {
                tell(product, "ends", state);
            }
            for (var state : List.of("firing", "resolved", "firing")) {
                tell(product, "fires", state);
            }

            product.kill();
            wire.passes();
            product.startAgain();

            var kept = new Kept(login);
            Eventually.within(
                    BACK,
                    () -> assertThat(kept.texts("select fingerprint from signal"))
                            .hasSize(7));
            assertThat(kept.texts("select service || ' ' || state from symptom order by 1"))
                    .containsExactly("ends FALSE", "fires TRUE");
        }
    }

    private static void tell(Product product, String service, String state) {
        var answer = new Caller(product.address(), product.token("intake"))
                .post("/api/v1/ingest/generic", "application/json", ALERT.formatted(service, state));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("\"recorded\":\"journal\"");
    }

    private static void outage(
            Product product, Load load, FaultyWire wire, String how, Consumer<FaultyWire> fault, long seconds) {
        var began = Instant.now();
        fault.accept(wire);
        pause(seconds);
        var threads = product.threads();
        wire.passes();
        var ended = Instant.now();
        var back = Eventually.within(
                BACK,
                () -> load.since(ended).stream()
                        .filter(Load.Call::isInTheDatabase)
                        .findFirst()
                        .map(it -> Duration.between(ended, it.sent().plus(it.took())))
                        .orElseThrow(() -> new AssertionError("Nothing is in the database again.")));
        report(
                how,
                load.since(began).stream().filter(it -> !it.isSentAfter(ended)).toList(),
                back,
                threads);
        assertThat(load.since(began)).as(how).anyMatch(Load.Call::isJournalled);
        assertThat(threads).as("threads while it " + how).isLessThanOrEqualTo(MOST_THREADS);
    }

    @SuppressWarnings("SystemOut")
    private static void report(String how, List<Load.Call> calls, Duration back, long threads) {
        System.out.printf(
                "The database %s: %d calls, %d in the journal, %d told to come back, %d unanswered; longest answer %s, %d threads, back after %s%n",
                how,
                calls.size(),
                calls.stream().filter(Load.Call::isJournalled).count(),
                calls.stream().filter(it -> it.status() == 503).count(),
                calls.stream().filter(it -> it.status() == 0).count(),
                calls.stream().map(Load.Call::took).max(Duration::compareTo).orElse(Duration.ZERO),
                threads,
                back);
    }

    /** As people write an address: nothing is said of time limits. */
    private static Map<String, String> through(FaultyWire wire, Login login) {
        var url = login.url().replaceFirst(":\\d+/", ":" + wire.port() + "/").replaceFirst("\\?.*$", "");
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", login.user(),
                "SPRING_DATASOURCE_PASSWORD", login.password());
    }

    private static int port(Login login) {
        return Integer.parseInt(login.url().replaceFirst("^.*:(\\d+)/.*$", "$1"));
    }

    private static void pause(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
