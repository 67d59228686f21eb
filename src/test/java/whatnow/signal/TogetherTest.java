package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static whatnow.signal.Intake.AnAlert.of;
import static whatnow.signal.Intake.AnAlert.watchdog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.TimelineEntry;

/** Deliveries that wait at the same moment are folded in together; each must come out as it would have alone. */
class TogetherTest {

    private final Intake intake = new Intake();
    private final Intake alone = new Intake();

    @AfterEach
    void close() throws Exception {
        intake.close();
        alone.close();
    }

    @Test
    @DisplayName("(C-9) folded together or one by one, the same is kept, shown, told and answered")
    void togetherIsTheSameAsOneByOne() {
        var deliveries = List.of(
                delivery("am", watchdog(), of("database", "UNAVAILABLE")),
                delivery("prometheus", of("database", "UNAVAILABLE"), of("mail", "SLOW")),
                delivery("am", of("web", "ERRORS")),
                delivery("am", of("api", "ERRORS").since(null)),
                delivery("am", of("api", "ERRORS").since(null)),
                delivery("other", of("search", "SLOW").resolved()),
                delivery("am", of("mail", "SLOW").resolved(), of("search", "SLOW")),
                delivery("am", watchdog().resolved(), of("web", "ERRORS").resolved()),
                delivery("am", of("database", "UNAVAILABLE")));

        var together = together(intake, deliveries);
        var oneByOne = deliveries.stream()
                .map(it -> together(alone, List.of(it)).getFirst())
                .toList();

        assertThat(together).usingRecursiveComparison().ignoringFields("ids").isEqualTo(oneByOne);
        assertThat(shown(intake)).isEqualTo(shown(alone)).hasSize(5);
        for (var table : List.of("signal", "source", "symptom_fold", "decision_due")) {
            assertThat(intake.rows(table)).as(table).isEqualTo(alone.rows(table));
        }
        var senders =
                "select name, firsthand, last_post, last_firing, last_watchdog, watchdog_ended, gaps::text from source order by 1";
        assertThat(rows(intake, senders)).isEqualTo(rows(alone, senders));
        var heard = "select fingerprint, symptom, state, last_seen, sources::text from symptom_signal order by 1, 2";
        assertThat(rows(intake, heard)).isEqualTo(rows(alone, heard));
        var checks = "select symptom, unknown, checks from symptom_fold order by symptom";
        assertThat(rows(intake, checks)).isEqualTo(rows(alone, checks));
    }

    @Test
    void eachHasItsOwnLineOnTheTimeline() {
        together(
                intake,
                List.of(
                        delivery("am", of("database", "SLOW")),
                        delivery("prometheus", of("database", "SLOW").resolved())));

        assertThat(intake.incidents.timeline(intake.onlyIncident().id()))
                .extracting(TimelineEntry::by, TimelineEntry::text)
                .contains(
                        tuple("am", "database SLOW in us-east-1: firing"),
                        tuple("prometheus", "database SLOW in us-east-1: ended"));
    }

    @Test
    @DisplayName("(C-9) many at once of the same and of different causes: one incident per cause, every receipt right")
    void manyAtOnceOpenOneIncidentPerCause() throws Exception {
        var answers = atOnce(IntStream.range(0, 200)
                .<Callable<Receipt>>mapToObj(it ->
                        () -> intake.hears(of("service-" + it % 4, "ERRORS").id("alert-" + it % 100)))
                .toList());

        var accepted = 0;
        for (int index = 0; index < answers.size(); index++) {
            var receipt = answers.get(index).get();
            accepted += receipt.accepted();
            assertThat(receipt.accepted() + receipt.repeated()).isEqualTo(1);
            assertThat(intake.jdbc.queryForObject(
                            "select fingerprint from signal where id = ?",
                            String.class,
                            receipt.ids().getFirst()))
                    .isEqualTo("alert-" + index % 100);
        }
        assertThat(accepted).isEqualTo(100);
        assertThat(intake.rows("signal")).isEqualTo(100);
        assertThat(intake.open()).hasSize(4);
        assertThat(shown(intake)).extracting(Symptom::count).containsOnly(25);
    }

    @Test
    @DisplayName("(C-2) a delivery that the database does not take fails alone; what was answered is on disk")
    void aFailingDeliveryFailsAlone() throws Exception {
        intake.jdbc.execute("alter table signal add check (fingerprint <> 'bad')");

        var answers = atOnce(IntStream.range(0, 60)
                .<Callable<Receipt>>mapToObj(it ->
                        () -> intake.hears(of("service-" + it % 3, "ERRORS").id(it % 20 == 7 ? "bad" : "alert-" + it)))
                .toList());

        for (int index = 0; index < answers.size(); index++) {
            var answer = answers.get(index);
            if (index % 20 == 7) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(DataAccessException.class);
            } else {
                assertThat(answer.get().accepted()).isEqualTo(1);
            }
        }
        assertThat(intake.rows("signal")).isEqualTo(57);
        assertThat(shown(intake)).extracting(Symptom::count).containsExactly(19, 19, 19);
        assertThat(shown(intake)).extracting(Symptom::state).containsOnly(State.TRUE);
    }

    @Test
    @DisplayName("(C-2) nobody is answered before the commit")
    void nobodyIsAnsweredBeforeTheCommit() throws Exception {
        var answers = atOnce(IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(it -> () -> {
                    var receipt = intake.hears(of("database", "ERRORS").id("alert-" + it));
                    return new JdbcTemplate(Objects.requireNonNull(intake.jdbc.getDataSource()))
                            .queryForObject(
                                    "select count(*) from signal where id = ?",
                                    Integer.class,
                                    receipt.ids().getFirst());
                })
                .toList());

        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
    }

    private static <T> List<Future<T>> atOnce(List<Callable<T>> senders) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(senders);
        }
    }

    private static List<Receipt> together(Intake intake, List<Delivery> deliveries) {
        return Objects.requireNonNull(
                intake.transactions.execute(_ -> intake.folder().fold(deliveries)));
    }

    /** Each a second after the one before. */
    private Delivery delivery(String source, Intake.AnAlert... alerts) {
        intake.passes(Duration.ofSeconds(1));
        return intake.delivery(source, source.equals("prometheus"), alerts);
    }

    private static List<Symptom> shown(Intake intake) {
        return intake.open().stream()
                .flatMap(it -> intake.incidents.symptoms(it.id()).stream())
                .sorted(Comparator.comparing(Symptom::key))
                .toList();
    }

    private static List<Map<String, Object>> rows(Intake intake, String query) {
        return new ArrayList<>(intake.jdbc.queryForList(query));
    }
}
