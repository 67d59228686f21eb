package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;
import whatnow.time.LocalNow;

class DatabaseNowTest {

    static final Instant THEIRS = Instant.parse("2030-01-01T00:00:00Z");

    final MovableClock local = new MovableClock();

    @Test
    void theDatabaseIsAskedOnceForManyAnswers() {
        var questions = new AtomicInteger();
        var now = new DatabaseNow(
                () -> {
                    questions.incrementAndGet();
                    return THEIRS;
                },
                local);

        for (var i = 0; i < 10_000; i++) {
            assertThat(now.instant()).isBetween(THEIRS.minusMillis(1), THEIRS.plusSeconds(2));
        }

        assertThat(questions).hasValueLessThan(5);
    }

    @Test
    void timeGoesOnBetweenTwoQuestions() throws InterruptedException {
        var now = new DatabaseNow(() -> THEIRS, local);
        var before = now.instant();

        Thread.sleep(20);

        assertThat(now.instant()).isAfterOrEqualTo(before.plusMillis(15));
    }

    @Test
    void answersAreCutToMilliseconds() {
        var now = new DatabaseNow(() -> THEIRS.plusNanos(123_456_789), local);

        var instant = now.instant();

        assertThat(instant).isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void withoutADatabaseTheLocalClockStandsInAndSaysSo() {
        var now = new DatabaseNow(
                () -> {
                    throw new IllegalStateException("away");
                },
                local);

        assertThat(now.instant()).isEqualTo(MovableClock.NOON);
        assertThat(now.isFromDatabase()).isFalse();
    }

    @Test
    void aDatabaseThatComesBackIsNoticedWithoutAnybodyWaiting() throws InterruptedException {
        var answer = new AtomicReference<Instant>();
        var now = new DatabaseNow(() -> java.util.Objects.requireNonNull(answer.get()), local);
        assertThat(now.isFromDatabase()).isFalse();

        answer.set(THEIRS);

        assertThat(eventually(now::isFromDatabase)).isTrue();
        assertThat(now.instant()).isCloseTo(THEIRS, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void aRealDatabaseOnThisMachineAgreesWithItsClock() {
        var now = new DatabaseNow(TestPostgres.client());

        assertThat(now.instant()).isCloseTo(new LocalNow().instant(), within(1, ChronoUnit.SECONDS));
        assertThat(now.isFromDatabase()).isTrue();
    }

    private static boolean eventually(BooleanSupplier question) throws InterruptedException {
        var giveUp = System.nanoTime() + DatabaseNow.REFRESH.multipliedBy(3).toNanos();
        while (!question.getAsBoolean() && System.nanoTime() < giveUp) {
            Thread.sleep(Duration.ofMillis(50));
        }
        return question.getAsBoolean();
    }
}
