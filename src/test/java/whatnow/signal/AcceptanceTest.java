package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatnow.signal.Intake.AnAlert.of;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.incident.State;

/** Calm, storm, and a database that is away: always on disk before anybody says so, and in the end the same is shown. */
class AcceptanceTest {

    private final Intake intake = new Intake();
    private boolean isDiskFull;
    private final Map<String, Delivery> bodies = new HashMap<>();
    private final Breakable database = new Breakable(intake.transactions);
    private final SignalStore store = new SignalStore(intake.jdbc);
    private final Folder folder = intake.folder();
    private final Acceptance acceptance =
            new Acceptance(store, folder, DeliveryJournal.in(intake.journal, () -> isDiskFull), database);
    private final InboxWorker worker =
            new InboxWorker(store, folder, it -> Objects.requireNonNull(bodies.get(it.body())), database, acceptance);

    @BeforeEach
    void nothingIsLeftFromEarlier() {
        assertThat(worker.foldSome()).isFalse();
    }

    @AfterEach
    void close() throws Exception {
        intake.close();
    }

    @Test
    void inCalmItIsFoldedBeforeItIsAnswered() {
        var receipt = accept(arrival("a", 1));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(accept(arrival("a", 1)).isRepeat()).isTrue();
        assertThat(intake.onlySymptom().count()).isEqualTo(1);
        assertThat(intake.rows("inbox")).isZero();
    }

    @Test
    @DisplayName("(L-2) in a storm it is on disk before it is answered, and folded behind the answer")
    void inAStormItIsFoldedBehindTheAnswer() {
        var receipt = accept(arrival("storm", 3_000));

        assertThat(receipt.accepted()).isEqualTo(3_000);
        assertThat(receipt.recorded()).isEqualTo(Recorded.DATABASE);
        assertThat(intake.rows("inbox")).isEqualTo(1);
        assertThat(intake.open()).isEmpty();
        assertThat(acceptance.isBehind()).isTrue();
        assertThat(intake.sources.waiting()).contains(new Sources.Waiting(3_000, intake.now()));

        foldAll();

        assertThat(intake.sources.waiting()).isEmpty();

        assertThat(intake.rows("inbox")).isZero();
        assertThat(intake.rows("signal")).isEqualTo(3_000);
        assertThat(intake.onlySymptom().count()).isEqualTo(3_000);
        assertThat(acceptance.isBehind()).isFalse();
    }

    @Test
    void theIdsThatAStormAnswersAreThoseOfTheSignals() {
        var receipt = accept(arrival("storm", 300));
        foldAll();

        var known = accept(arrival("storm", 300));

        assertThat(intake.jdbc.queryForList("select id from signal", java.util.UUID.class))
                .containsExactlyInAnyOrderElementsOf(receipt.ids());
        assertThat(known.ids()).isEqualTo(receipt.ids());
    }

    @Test
    @DisplayName("(C-2) while the database is away the journal takes what comes, and says so")
    void whileTheDatabaseIsAwayTheJournalTakesIt() throws IOException {
        database.isAway = true;

        var first = accept(arrival("a", 1));
        var second = accept(arrival("b", 2));

        assertThat(List.of(first, second)).extracting(Receipt::recorded).containsOnly(Recorded.JOURNAL);
        assertThat(first.accepted() + second.accepted()).isEqualTo(3);
        try (var files = Files.list(intake.journal)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    @DisplayName("(C-2) when the database is back it gets all of it in its order, and nothing twice")
    void whenTheDatabaseIsBackItGetsAllOfIt() throws IOException {
        accept(arrival("known", 1));
        database.isAway = true;
        accept(arrival("known", 1));
        accept(arrival("a", 1));
        acceptance.carryOver();
        assertThat(acceptance.isBehind()).as("still away").isTrue();
        database.isAway = false;
        acceptance.carryOver();
        accept(arrival("b", 1));
        foldAll();

        assertThat(intake.rows("signal")).isEqualTo(3);
        assertThat(intake.onlySymptom().count()).isEqualTo(3);
        assertThat(intake.journal).isEmptyDirectory();
        assertThat(acceptance.isBehind()).isFalse();
    }

    @Test
    @DisplayName("(D-1) without a database and without room for the journal it is refused, and may come again")
    void withoutRoomForTheJournalItIsRefused() {
        database.isAway = true;
        isDiskFull = true;

        assertThatThrownBy(() -> accept(arrival("a", 1)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE))
                .hasMessageContaining("its disk is full")
                .hasMessageContaining("nothing was kept");
        isDiskFull = false;
        assertThat(accept(arrival("a", 1)).recorded()).isEqualTo(Recorded.JOURNAL);
    }

    @Test
    void whatComesWhileTheJournalIsFullOfEarlierWordsGoesBehindThem() {
        database.isAway = true;
        accept(arrival("a", 1));
        database.isAway = false;

        assertThat(accept(arrival("b", 1)).recorded()).isEqualTo(Recorded.JOURNAL);

        acceptance.carryOver();
        assertThat(accept(arrival("c", 1)).recorded()).isEqualTo(Recorded.DATABASE);
    }

    @Test
    @DisplayName("(C-1) what a killed run left in its journal is carried over by the next")
    void theNextRunCarriesOver() {
        database.isAway = true;
        accept(arrival("a", 1));

        database.isAway = false;
        var next = new Acceptance(store, folder, DeliveryJournal.in(intake.journal, () -> isDiskFull), database);
        next.carryOver();
        foldAll();

        assertThat(intake.onlySymptom().state()).isEqualTo(State.TRUE);
    }

    @Test
    void whatWasNotReadFromABodyIsRefusedWhileTheDatabaseIsAway() {
        database.isAway = true;
        var arrival = new Arrival(intake.delivery("probe", true, of("database", "SLOW")), Optional.empty());

        assertThatThrownBy(() -> accept(arrival)).isInstanceOf(CannotCreateTransactionException.class);
        assertThatThrownBy(() -> accept(arrival)).isInstanceOf(Refused.class);
    }

    @Test
    void oneThatCannotBeFoldedHoldsUpNobodyAndIsKept() {
        intake.jdbc.execute("alter table signal add check (fingerprint not like 'bad%')");
        accept(arrival("good", 300));
        accept(arrival("bad", 300));
        accept(arrival("fine", 300));

        foldAll();

        assertThat(intake.rows("signal")).isEqualTo(600);
        assertThat(intake.jdbc.queryForObject("select why from unreadable_signal", String.class))
                .startsWith("It was accepted and could not be folded");
        assertThat(intake.jdbc.queryForObject("select raw from unreadable_signal", String.class))
                .isEqualTo("bad");
    }

    @Test
    void nobodyIsCalledSilentWhoseWordsWait() {
        intake.hears(of("database", "SLOW"));
        accept(arrival("storm", 300));
        intake.passes(java.time.Duration.ofHours(1));

        intake.sweep.at(intake.now());

        assertThat(intake.onlySymptom().state()).isEqualTo(State.TRUE);
    }

    private Receipt accept(Arrival arrival) {
        return acceptance.accept(List.of(arrival)).getFirst();
    }

    private void foldAll() {
        for (var more = true; more; more = worker.foldSome()) {}
    }

    /** A body that stands for so many alerts of one symptom. */
    private Arrival arrival(String body, int alerts) {
        var said = IntStream.range(0, alerts)
                .mapToObj(it -> of("database", "ERRORS").id(body + "-" + it))
                .toArray(Intake.AnAlert[]::new);
        var delivery = bodies.computeIfAbsent(body, _ -> intake.delivery("alertmanager", false, said));
        return new Arrival(delivery, Optional.of(new Origin("test", Optional.empty(), intake.now(), body)));
    }

    /** Transactions of a database that can be taken away. */
    private static final class Breakable implements TransactionOperations {

        private final TransactionOperations real;
        private boolean isAway;

        Breakable(TransactionOperations real) {
            this.real = real;
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            insist();
            return real.execute(action);
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            insist();
            real.executeWithoutResult(action);
        }

        private void insist() {
            if (isAway) {
                throw new CannotCreateTransactionException("away");
            }
        }
    }
}
