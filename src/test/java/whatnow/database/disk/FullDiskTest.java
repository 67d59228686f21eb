package whatnow.database.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import whatnow.Whatnow;
import whatnow.database.EmbeddedPostgres;
import whatnow.testkit.Caller;

/**
 * The whole product with its own database on a disk that is really filled. Where nobody may mount one, {@link DiskGuardTest}
 * and {@code FullDiskFilterTest} hold the same promises with a disk that is told.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FullDiskTest {

    private static final String TOKEN = "wn_" + "8".repeat(61);
    private static final int DISK = 256;
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final String ALERT = """
            {"version": "4", "status": "firing", "receiver": "whatnow", "alerts": [{"status": "firing",
             "labels": {"alertname": "ServiceDown", "service": "ledger-%s"}, "annotations": {},
             "startsAt": "2026-03-01T02:00:00Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "%s"}]}
            """;

    private static final Set<String> ACCEPTED = new TreeSet<>();

    private static SmallDisk disk;
    private static ConfigurableApplicationContext product;
    private static Caller caller;
    private static int number;

    @BeforeAll
    static void start() throws Exception {
        var made = SmallDisk.of(
                DISK, Path.of("target", "small-disk-" + ProcessHandle.current().pid()));
        Assumptions.assumeTrue(
                made.isPresent(), "Skipped: no disk is really filled, because nobody may mount one here.");
        disk = made.orElseThrow();
        product = new SpringApplicationBuilder(Whatnow.class)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--whatnow.data=" + disk.folder().resolve("data"),
                        "--whatnow.bootstrap-token=" + TOKEN);
        var port = product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        caller = Caller.local(port, TOKEN);
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("before the disk is full intake closes, what is known stays open, and room opens it again (D-1)")
    void beforeTheDiskIsFullIntakeCloses() throws Exception {
        assertThat(alert().statusCode()).isEqualTo(202);
        var incident = incident();

        disk.leave(40);
        await(() -> alert().statusCode() == 503);

        for (var refused : List.of(
                alert(),
                post("/api/v2/alerts", "[]"),
                post("/api/v1/heartbeat/nightly-backup", "{}"),
                post("/api/v1/facts", "{}"),
                post("/v2/enqueue", "{}"))) {
            assertThat(refused.statusCode()).as(refused.uri().toString()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("30");
            assertThat(refused.body()).contains("The disk of this server is full; nothing was kept.");
        }
        assertThat(post("/api/v1/incidents/" + incident + "/acknowledge", "{}").statusCode())
                .isEqualTo(200);
        assertThat(get("/").body()).contains("The disk of the database").contains(incident);
        assertThat(get("/incidents").statusCode()).isEqualTo(200);
        assertThat(caller.get("/metrics", "text/plain").body()).contains("whatnow_disk_full 1.0");

        disk.free();
        await(() -> alert().statusCode() == 202);
        assertThat(kept()).containsAll(ACCEPTED);
    }

    @Test
    @Order(2)
    @DisplayName("when the disk was so full that PostgreSQL gave up, it is back by itself once there is room (D-1)")
    void whenPostgresGaveUpItIsBackByItself() throws Exception {
        var before = product.getBean(EmbeddedPostgres.class).pid();
        disk.leave(0);
        await(() -> hasGivenUp(before));
        await(() -> alert().statusCode() == 503);
        assertThat(get("/kb").statusCode()).as("runbooks, without a database").isEqualTo(200);

        disk.free();
        await(() -> alert().statusCode() == 202);
        await(() -> get("/").statusCode() == 200);
        assertThat(product.getBean(EmbeddedPostgres.class).pid()).isNotEqualTo(before);
        await(() -> kept().containsAll(ACCEPTED));
    }

    /** The log alone grows, until the server cannot make its next segment, stops at once, and cannot start either. */
    private static boolean hasGivenUp(long process) {
        var administrator = product.getBean(EmbeddedPostgres.class).administrator("whatnow");
        try (var connection = DriverManager.getConnection(
                        administrator.url(), administrator.user(), administrator.password());
                var statement = connection.createStatement()) {
            for (var megabyte = 0; megabyte < DISK; megabyte++) {
                statement.execute("select pg_logical_emit_message(false, 'fill', repeat('x', 1000000))");
            }
            throw new AssertionError("PostgreSQL wrote more than the disk holds.");
        } catch (SQLException cutOff) {
            return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
        }
    }

    private static HttpResponse<String> alert() {
        var fingerprint = "f%04d".formatted(++number);
        var answer = post("/api/v1/ingest/alertmanager", ALERT.formatted(fingerprint, fingerprint));
        if (answer.statusCode() / 100 == 2) {
            ACCEPTED.add(fingerprint);
        }
        return answer;
    }

    private static HttpResponse<String> post(String path, String body) {
        return caller.post(path, "application/json", body);
    }

    private static HttpResponse<String> get(String path) {
        return caller.get(path, "text/html");
    }

    private static String incident() {
        var all = JsonMapper.builder()
                .build()
                .readTree(caller.get("/api/v1/incidents", "application/json").body());
        return all.findValue("number").asString();
    }

    private static List<String> kept() {
        return product
                .getBean(JdbcClient.class)
                .sql("select distinct fingerprint from signal")
                .query(String.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    /** Nobody does anything meanwhile but ask. */
    private static void await(BooleanSupplier holds) throws InterruptedException {
        var giveUp = System.nanoTime() + BACK.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + BACK).isLessThan(giveUp);
            Thread.sleep(200);
        }
    }
}
