package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every record of activations must do, whatever it is written on. */
abstract class PlanActivationsContract {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final PlanId LEDGER = new PlanId("ledger");
    static final PlanId CARDS = new PlanId("cards");

    abstract PlanActivations activations();

    @Test
    void startsEmpty() {
        assertThat(activations().newest()).isEmpty();
        assertThat(activations().of(LEDGER)).isEmpty();
    }

    @Test
    void readsBackWhatWasWrittenOldestFirst() {
        var on = new PlanActivation(LEDGER, true, "ann", NOON);
        var off = new PlanActivation(LEDGER, false, "bob", NOON.plusMillis(1));
        activations().append(on);
        activations().append(off);

        assertThat(activations().of(LEDGER)).containsExactly(on, off);
        assertThat(activations().of(CARDS)).isEmpty();
    }

    @Test
    void theNewestOfEachPlanIsTheLastWrittenEvenWhenAClockWentBack() {
        var last = new PlanActivation(LEDGER, false, "bob", NOON.minusSeconds(60));
        var cards = new PlanActivation(CARDS, true, "ann", NOON);
        activations().append(new PlanActivation(LEDGER, true, "ann", NOON));
        activations().append(cards);
        activations().append(last);

        assertThat(activations().newest()).containsExactly(cards, last);
    }
}
