package whatnow.web.lane;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import whatnow.Whatnow;
import whatnow.database.pool.Pool;
import whatnow.testkit.Caller;
import whatnow.testkit.TestPostgres;

/** The whole product while reports take all that is theirs. */
class SlowReportsTest {

    private static final String TOKEN = "wn_" + "7".repeat(61);
    private static final int REPORTS = 50;
    private static final int ROUNDS = 5;

    /** Longer than a busy machine needs for all that happens meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String ALERT = """
            {"version": "4", "status": "firing", "receiver": "whatnow", "alerts": [{"status": "firing",
             "labels": {"alertname": "ServiceDown", "service": "ledger-%d"}, "annotations": {},
             "startsAt": "2026-03-01T02:00:00Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "f%d"}]}
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext product;
    private static Caller caller;
    private static SlowReports slow;

    @BeforeAll
    static void start() {
        var login = TestPostgres.login();
        product = new SpringApplicationBuilder(Whatnow.class, Slowness.class)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--whatnow.data=target/slow-reports-data-"
                                + ProcessHandle.current().pid(),
                        "--whatnow.bootstrap-token=" + TOKEN,
                        "--spring.datasource.url=" + login.url(),
                        "--spring.datasource.username=" + login.user(),
                        "--spring.datasource.password=" + login.password());
        var port = product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        caller = Caller.local(port, TOKEN);
        slow = product.getBean(SlowReports.class);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @DisplayName("while 50 slow reports hang, alerts are kept and decided, and people act (C-7)")
    void whileReportsHangAlertsAreKeptAndPeopleAct() throws Exception {
        assertThat(alert(0).statusCode()).isEqualTo(202);
        var incident = incident();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            slow.hang();
            var reports = ask(readers);
            slow.awaitHanging(4);

            for (var number = 1; number <= ROUNDS; number++) {
                assertThat(alert(number).statusCode()).isEqualTo(202);
                assertThat(acknowledge(incident).statusCode()).isEqualTo(200);
                assertThat(caller.get("/", "text/html").statusCode()).isEqualTo(200);
                assertThat(caller.get("/incidents/" + incident, "text/html").statusCode())
                        .isEqualTo(200);
            }
            var heartbeat = caller.post("/api/v1/heartbeat/nightly-backup?every=1h", "application/json", "{}");
            assertThat(heartbeat.statusCode()).as(heartbeat.body()).isLessThan(300);
            assertThat(slow.hanging()).as("reports that hang all the while").isEqualTo(4);

            slow.goOn();
            var answers = new ArrayList<HttpResponse<String>>();
            for (var report : reports) {
                answers.add(report.get());
            }
            assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(200, 503);
            assertThat(answers.stream().filter(it -> it.statusCode() == 200)).hasSizeGreaterThanOrEqualTo(4);
            assertThat(answers.stream().filter(it -> it.statusCode() == 503)).allSatisfy(it -> {
                assertThat(it.headers().firstValue("Retry-After")).contains("5");
                assertThat(it.body()).contains("Too many reports are being made at once");
            });
        } finally {
            slow.goOn();
        }
    }

    /** Those that found no place within two seconds are sent away while the others still hang. */
    @Test
    void aReportThatFindsNoPlaceIsToldWhenToComeBack() throws Exception {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            slow.hang();
            ask(readers);
            slow.awaitHanging(4);

            var answer = caller.get("/api/v1/incidents", "application/json");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("Too many reports are being made at once");
            slow.goOn();
        } finally {
            slow.goOn();
        }
    }

    @Test
    @DisplayName("every route that a controller of the product declares for reading stands in the table (C-7)")
    void everyRouteOfTheProductThatReadsStandsInTheTable() {
        var listed = new HashSet<String>();
        LaneTable.shipped().all().stream()
                .filter(it -> it.method().equals("GET"))
                .forEach(it -> listed.add(it.path().getPatternString()));
        var declared = declared();

        assertThat(declared).hasSizeGreaterThan(25);
        assertThat(listed).containsAll(declared);
    }

    private static Set<String> declared() {
        var found = new HashSet<String>();
        product.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(it -> it.getHandlerMethods().keySet().stream())
                .filter(it -> it.getMethodsCondition().getMethods().isEmpty()
                        || it.getMethodsCondition().getMethods().toString().contains("GET"))
                .forEach(it -> found.addAll(it.getPatternValues()));
        return found;
    }

    private static List<Future<HttpResponse<String>>> ask(ExecutorService readers) {
        var asked = new ArrayList<Future<HttpResponse<String>>>();
        for (var number = 0; number < REPORTS; number++) {
            asked.add(readers.submit(SlowReportsTest::report));
        }
        return asked;
    }

    /** It waits as long as it must, as a browser does. */
    private static HttpResponse<String> report() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(caller.address() + "/incidents"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Accept", "text/html")
                .timeout(PATIENCE)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> alert(int number) {
        return caller.post("/api/v1/ingest/alertmanager", "application/json", ALERT.formatted(number, number));
    }

    private static HttpResponse<String> acknowledge(String incident) {
        return caller.post("/api/v1/incidents/" + incident + "/acknowledge", "application/json", "{}");
    }

    private static String incident() {
        var all = JsonMapper.builder()
                .build()
                .readTree(caller.get("/api/v1/incidents", "application/json").body());
        return all.findValue("number").asString();
    }

    /** Holds a connection of whoever asks for the list of incidents. */
    static final class SlowReports implements HandlerInterceptor {

        private final JdbcClient jdbc;
        private final TransactionOperations transactions;
        private final Semaphore hanging = new Semaphore(0);
        private volatile CountDownLatch until = new CountDownLatch(0);

        SlowReports(JdbcClient jdbc, TransactionOperations transactions) {
            this.jdbc = jdbc;
            this.transactions = transactions;
        }

        void hang() {
            until = new CountDownLatch(1);
        }

        void goOn() {
            until.countDown();
        }

        int hanging() {
            return hanging.availablePermits();
        }

        void awaitHanging(int many) throws InterruptedException {
            assertThat(hanging.tryAcquire(many, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            hanging.release(many);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            assertThat(Pool.chosen()).isEqualTo(Pool.REPORTS);
            transactions.executeWithoutResult(_ -> {
                jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
                hangs();
            });
            return true;
        }

        private void hangs() {
            hanging.release();
            try {
                assertThat(until.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                hanging.tryAcquire();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Slowness {

        @Bean
        SlowReports slowReports(JdbcClient jdbc, TransactionOperations transactions) {
            return new SlowReports(jdbc, transactions);
        }

        @Bean
        WebMvcConfigurer slowed(SlowReports slow) {
            return new WebMvcConfigurer() {

                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(slow).addPathPatterns("/incidents");
                }
            };
        }
    }
}
