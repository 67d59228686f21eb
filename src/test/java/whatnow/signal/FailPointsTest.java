package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.signal.Intake.AnAlert.of;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stops the node, or cuts its database off, at each place between an alert and its symptom. Senders that were not answered send
 * again, as they do. More rounds: {@code -Dwhatnow.rounds=20}.
 */
class FailPointsTest {

    private static final int ROUNDS = Integer.getInteger("whatnow.rounds", 2);

    /** Where in a transaction it happens. */
    enum Point {
        BEFORE,
        INSIDE,
        /** It is committed, and nobody is told. */
        AFTER
    }

    /** Whose transaction it is. */
    enum Step {
        ACCEPT,
        FOLD,
        CARRY_OVER
    }

    /** What happens there. */
    enum Fault {
        /** The node ends; another starts with its files and the database. */
        ENDS,
        CUT_OFF,
        MISTAKE
    }

    static Stream<Arguments> places() {
        return Stream.of(Step.values())
                .flatMap(step -> Stream.of(Point.values())
                        .flatMap(point -> Stream.of(Fault.values()).map(fault -> Arguments.of(step, point, fault))));
    }

    @ParameterizedTest
    @MethodSource("places")
    @DisplayName("(C-5) wherever it fails, what was answered is there once and counts once")
    void whatWasAnsweredIsThereOnce(Step step, Point point, Fault fault) throws Exception {
        for (var seed = 0; seed < ROUNDS; seed++) {
            try (var intake = new Intake()) {
                new Life(intake, step, point, fault, new Random(seed)).goesOn();
            }
        }
    }

    /** Some alerts, some of them in storms and some without a database, with one fault in between. */
    private static final class Life {

        private final Intake intake;
        private final Faulty database;
        private final SignalStore store;
        private final Map<String, Delivery> bodies = new HashMap<>();
        private final Set<String> answered = new LinkedHashSet<>();
        private final Step step;
        private final Random random;
        private Acceptance acceptance;
        private InboxWorker worker;

        Life(Intake intake, Step step, Point point, Fault fault, Random random) {
            this.intake = intake;
            this.step = step;
            this.random = random;
            this.store = new SignalStore(intake.jdbc);
            this.database = new Faulty(intake.transactions, point, fault);
            this.acceptance = acceptance();
            this.worker = worker();
        }

        private Acceptance acceptance() {
            return new Acceptance(store, intake.folder(), DeliveryJournal.in(intake.journal, () -> false), database);
        }

        private InboxWorker worker() {
            return new InboxWorker(
                    store, intake.folder(), it -> Objects.requireNonNull(bodies.get(it.body())), database, acceptance);
        }

        void goesOn() {
            var fails = random.nextInt(step == Step.CARRY_OVER ? 2 : 6);
            for (var turn = 0; turn < 6; turn++) {
                if (step == Step.CARRY_OVER && turn == 1) {
                    database.isAway = true;
                }
                sends("body-" + turn, turn % 2 == 0 ? 1 : 250, turn == fails && step == Step.ACCEPT);
                database.isAway = false;
                within(Step.CARRY_OVER, turn >= fails, () -> acceptance.carryOver());
                within(Step.FOLD, turn >= fails, () -> worker.foldSome());
            }
            assertThat(database.hasFailed).isTrue();
            everythingSettles();

            var kept = intake.jdbc.queryForList("select fingerprint from signal", String.class);
            assertThat(kept).doesNotHaveDuplicates().containsAll(answered);
            assertThat(intake.onlySymptom().count()).isEqualTo(kept.size());
            assertThat(intake.journal).isEmptyDirectory();
        }

        private void within(Step now, boolean fails, Runnable work) {
            if (now == step && fails && !database.hasFailed) {
                database.armed = true;
            }
            runs(work);
            database.armed = false;
        }

        private void sends(String body, int alerts, boolean fails) {
            var arrival = arrival(body, alerts);
            database.armed = fails && !database.hasFailed;
            for (var tries = 0; tries < 5; tries++) {
                var receipts = new ArrayList<Receipt>();
                runs(() -> receipts.addAll(acceptance.accept(List.of(arrival))));
                if (!receipts.isEmpty()) {
                    arrival.delivery()
                            .said()
                            .forEach(it -> answered.add(it.signal().fingerprint()));
                    break;
                }
            }
            database.armed = false;
        }

        private void runs(Runnable work) {
            try {
                work.run();
            } catch (NodeEnded ended) {
                acceptance = acceptance();
                worker = worker();
            } catch (RuntimeException notAnswered) {
                // Its sender sends again, and whoever folds tries again.
            }
        }

        private void everythingSettles() {
            for (var tries = 0; tries < 10; tries++) {
                acceptance.carryOver();
                while (worker.foldSome()) {}
            }
        }

        private Arrival arrival(String body, int alerts) {
            var said = IntStream.range(0, alerts)
                    .mapToObj(it -> of("database", "ERRORS").id(body + "-" + it))
                    .toArray(Intake.AnAlert[]::new);
            var delivery = intake.delivery("alertmanager", false, said);
            bodies.put(body, delivery);
            return new Arrival(delivery, Optional.of(new Origin("test", Optional.empty(), intake.now(), body)));
        }
    }

    /** Nobody catches it on its way. */
    private static final class NodeEnded extends Error {}

    /** Fails once, where it is told to. */
    private static final class Faulty implements TransactionOperations {

        private final TransactionOperations real;
        private final Point point;
        private final Fault fault;
        private boolean armed;
        private boolean hasFailed;
        private boolean isAway;

        Faulty(TransactionOperations real, Point point, Fault fault) {
            this.real = real;
            this.point = point;
            this.fault = fault;
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (isAway) {
                throw new DataAccessResourceFailureException("away");
            }
            fails(Point.BEFORE);
            var result = real.execute(status -> inside(action, status));
            fails(Point.AFTER);
            return result;
        }

        private <T extends @Nullable Object> T inside(TransactionCallback<T> action, TransactionStatus status) {
            var result = action.doInTransaction(status);
            fails(Point.INSIDE);
            return result;
        }

        private void fails(Point here) {
            if (!armed || here != point) {
                return;
            }
            armed = false;
            hasFailed = true;
            switch (fault) {
                case ENDS -> throw new NodeEnded();
                case CUT_OFF -> throw new DataAccessResourceFailureException("cut off");
                case MISTAKE -> throw new IllegalStateException("a mistake of ours");
            }
        }
    }
}
