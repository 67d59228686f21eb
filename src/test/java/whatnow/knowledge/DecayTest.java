package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.knowledge.Decay.Known;

class DecayTest {

    static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    static final Known FRESH = new Known(
            Optional.of(TODAY.minusDays(10)),
            Optional.of(Period.ofMonths(3)),
            0,
            Optional.of(0L),
            true,
            true,
            Optional.of(TODAY.minusDays(20)),
            true);

    @Test
    void whatWasReviewedInTimeAndDrilledIsFresh() {
        var decay = Decay.of(FRESH, TODAY);

        assertThat(decay.score()).isZero();
        assertThat(decay.reasons()).isEmpty();
        assertThat(decay.words()).isEqualTo("fresh");
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "101, 1", "150, 20", "200, 40", "2000, 40"})
    void ageCostsAsMuchAsTheReviewIsLate(int daysAgo, int points) {
        var decay = Decay.of(reviewed(Optional.of(TODAY.minusDays(daysAgo)), Optional.of(Period.ofDays(100))), TODAY);

        assertThat(decay.score()).isEqualTo(points);
    }

    @Test
    void whatWasNeverReviewedIsAsOldAsCanBe() {
        var decay = Decay.of(reviewed(Optional.empty(), Optional.empty()), TODAY);

        assertThat(decay.score()).isEqualTo(40);
        assertThat(decay.reasons().getFirst().words()).isEqualTo("it was never reviewed");
    }

    @Test
    void sixMonthsAreAssumedWhereNothingIsSaidAndThatIsToldWithTheReason() {
        var reviewed = Optional.of(LocalDate.parse("2026-01-01"));

        var decay = Decay.of(reviewed(reviewed, Optional.empty()), TODAY);

        assertThat(decay.reasons().getFirst().words())
                .isEqualTo("reviewed on 2026-01-01, which was to be repeated by 2026-07-01 (six months are assumed)");
    }

    @ParameterizedTest
    @CsvSource({"1, 10, one link leads nowhere", "3, 20, 3 links lead nowhere"})
    void deadLinksCostUpToTwenty(int dead, int points, String words) {
        var decay = Decay.of(
                new Known(
                        FRESH.lastReviewed(),
                        FRESH.cadence(),
                        dead,
                        FRESH.failures(),
                        true,
                        true,
                        FRESH.lastDrilled(),
                        true),
                TODAY);

        assertThat(decay.reasons()).containsExactly(new Decay.Reason(points, words));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "9, 20"})
    void whoeverFoundItWrongCostsUpToTwenty(long failures, int points) {
        var decay = Decay.of(judged(Optional.of(failures)), TODAY);

        assertThat(decay.score()).isEqualTo(points);
    }

    @Test
    void whatIsNotKnownCostsNothing() {
        var unknown = new Known(
                FRESH.lastReviewed(), FRESH.cadence(), 0, Optional.empty(), true, true, Optional.empty(), false);

        assertThat(Decay.of(unknown, TODAY).score()).isZero();
    }

    @Test
    void stepsThatNobodyEverRehearsedCostTen() {
        var never = new Known(
                FRESH.lastReviewed(), FRESH.cadence(), 0, FRESH.failures(), true, true, Optional.empty(), true);

        assertThat(Decay.of(never, TODAY).reasons()).containsExactly(new Decay.Reason(10, "it was never drilled"));
    }

    @Test
    void aDrillOfLongAgoCostsFive() {
        var old = new Known(
                FRESH.lastReviewed(),
                FRESH.cadence(),
                0,
                FRESH.failures(),
                true,
                true,
                Optional.of(TODAY.minusYears(2)),
                true);

        assertThat(Decay.of(old, TODAY).score()).isEqualTo(5);
    }

    @Test
    void theWorstIsAHundredAndTheDearestReasonStandsFirst() {
        var worst =
                new Known(Optional.empty(), Optional.empty(), 9, Optional.of(9L), false, true, Optional.empty(), true);

        var decay = Decay.of(worst, TODAY);

        assertThat(decay.score()).isEqualTo(100);
        assertThat(decay.words()).isEqualTo("not to be trusted unread");
        assertThat(decay.reasons().stream().map(Decay.Reason::points)).containsExactly(40, 20, 20, 10, 10);
    }

    private static Known reviewed(Optional<LocalDate> last, Optional<Period> cadence) {
        return new Known(last, cadence, 0, Optional.of(0L), true, true, FRESH.lastDrilled(), true);
    }

    private static Known judged(Optional<Long> failures) {
        return new Known(FRESH.lastReviewed(), FRESH.cadence(), 0, failures, true, true, FRESH.lastDrilled(), true);
    }
}
