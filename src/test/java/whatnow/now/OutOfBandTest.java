package whatnow.now;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatnow.plan.PlanReader;
import whatnow.testkit.ShippedPlans;

class OutOfBandTest {

    private static final String PLAN = """
            id: ledger
            title: Ledger
            source: our own
            reference:
              communication:
                - {id: primary, title: Main channel, values: {channel: "Slack #ledger"}}
                - {id: out_of_band, title: Out of band, values: {channel: "Signal group Ledger", call: "+1-555-0199"}}
            """;

    @Test
    void theChannelOfThePlanIsNamed() {
        assertThat(Cards.outOfBand(PlanReader.of("ledger", PLAN, "{}")))
                .isEqualTo(
                        "Out-of-band channel: Signal group Ledger, +1-555-0199. Write nothing in the usual chat or mail.");
    }

    @Test
    void anotherChannelIsNeverTakenForIt() {
        assertThat(Cards.outOfBand(ShippedPlans.plan("freight")))
                .startsWith("The plan names no out-of-band channel.")
                .doesNotContain("Slack", "conference bridge");
    }
}
