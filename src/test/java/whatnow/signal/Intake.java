package whatnow.signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import whatnow.incident.DrawnTopology;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.incident.TestIncidents;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;

/** The whole way in, from a delivery to the database, with time that stands still and labels that say what they mean. */
public final class Intake implements AutoCloseable {

    private final DataSource database;
    public final Path journal = journalFolder();
    /** For tests whose deliveries go through the inbox. */
    public Rereading rereading = origin -> {
        throw new AssertionError("Nobody said how to read " + origin);
    };

    public final JdbcTemplate jdbc;
    public final MovableClock clock = new MovableClock();
    public final List<Object> events = new ArrayList<>();
    public final DrawnTopology topology;
    public final Incidents incidents;
    public final TransactionOperations transactions;
    public final Signals signals;
    public final Sweep sweep;
    private final Folder folder;
    public final Sources sources;
    public final Lane alertLane = new Lane(4, 16, Duration.ofMillis(50), HttpStatus.SERVICE_UNAVAILABLE);
    public final Lane factLane = new Lane(4, 16, Duration.ofMillis(50), HttpStatus.TOO_MANY_REQUESTS);

    public Intake() {
        this(new DrawnTopology()
                .knows("freight", "database", "api", "web", "mail", "search")
                .alias("postgres", "database")
                .needs("api", "database")
                .needs("web", "api")
                .runsIn("us-east-1"));
    }

    public Intake(DrawnTopology topology) {
        this(topology, SourceSettings.NONE, TestPostgres.dataSource());
    }

    Intake(DrawnTopology topology, SourceSettings settings, DataSource database) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.topology = topology;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.incidents = TestIncidents.on(database, topology, events::add);
        var store = new SignalStore(jdbc);
        this.signals = new Signals(
                store,
                incidents,
                topology,
                Intake::read,
                settings,
                origin -> rereading.read(origin),
                DeliveryJournal.in(journal, () -> false),
                transactions);
        this.folder = new Folder(store, incidents, topology, Intake::read, settings);
        this.sweep = new Sweep(store, incidents, settings, transactions);
        this.sources = new PostgresSources(store, settings);
    }

    private static Path journalFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "journal-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A reader that nobody taught anything: the labels say it. */
    static List<Reading> read(Signal signal) {
        return List.of(new Reading(
                signal.label("symptom").map(SymptomKind::valueOf).orElse(SymptomKind.OTHER),
                signal.label("service").orElse(signal.alert()),
                signal.label("region"),
                signal.label("zone"),
                Optional.ofNullable(signal.annotations().get("value")).map(Double::valueOf)));
    }

    /** Gives the connections back; every test has a database of its own and the server has only so many. */
    @Override
    public void close() throws Exception {
        if (database.isWrapperFor(AutoCloseable.class)) {
            database.unwrap(AutoCloseable.class).close();
        }
    }

    public MockMvcTester doors(Object... controllers) {
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(controllers)
                .setControllerAdvice(new Refusals())
                .build());
    }

    public Instant now() {
        return clock.instant();
    }

    public void passes(Duration duration) {
        clock.passes(duration);
    }

    /** An alert as Alertmanager passes it on. */
    Receipt hears(AnAlert... alerts) {
        return delivers("alertmanager", false, alerts);
    }

    Receipt delivers(String source, boolean firsthand, AnAlert... alerts) {
        return signals.take(delivery(source, firsthand, alerts));
    }

    Delivery delivery(String source, boolean firsthand, AnAlert... alerts) {
        var said = List.of(alerts).stream()
                .map(it -> Delivery.Said.of(it.signal(source, now()), it.toString(), it.startsAt() != null))
                .toList();
        return new Delivery(source, firsthand, now(), said, List.of());
    }

    /** Folds inside a transaction that the test begins. */
    Folder folder() {
        return folder;
    }

    public List<Incident> open() {
        return incidents.open();
    }

    public Incident onlyIncident() {
        if (open().size() != 1) {
            throw new AssertionError("Expected one open incident, found " + open());
        }
        return open().getFirst();
    }

    public Symptom onlySymptom() {
        var symptoms = incidents.symptoms(onlyIncident().id());
        if (symptoms.size() != 1) {
            throw new AssertionError("Expected one symptom, found " + symptoms);
        }
        return symptoms.getFirst();
    }

    public int rows(String table) {
        return Optional.ofNullable(jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .orElseThrow();
    }

    /** An alert, dull and firing; each step returns a changed copy. */
    record AnAlert(
            String id, Map<String, String> labels, @Nullable Instant startsAt, boolean ended) {

        static AnAlert of(String service, String kind) {
            var labels = new TreeMap<>(
                    Map.of("alertname", service + kind, "service", service, "symptom", kind, "region", "us-east-1"));
            return new AnAlert(service + "-" + kind, labels, MovableClock.NOON, false);
        }

        static AnAlert watchdog() {
            return new AnAlert("watchdog", Map.of("alertname", "Watchdog"), MovableClock.NOON, false);
        }

        AnAlert id(String other) {
            return new AnAlert(other, labels, startsAt, ended);
        }

        AnAlert with(String label, String value) {
            var more = new TreeMap<>(labels);
            more.put(label, value);
            return new AnAlert(id, more, startsAt, ended);
        }

        AnAlert since(@Nullable Instant start) {
            return new AnAlert(id, labels, start, ended);
        }

        AnAlert resolved() {
            return new AnAlert(id, labels, startsAt, true);
        }

        Signal signal(String source, Instant now) {
            return new Signal(
                    source,
                    id,
                    startsAt == null ? now : startsAt,
                    ended ? Signal.Status.RESOLVED : Signal.Status.FIRING,
                    ended ? Optional.of(MovableClock.NOON.plusSeconds(1)) : Optional.empty(),
                    new TreeMap<>(labels),
                    new TreeMap<>(),
                    now);
        }
    }
}
