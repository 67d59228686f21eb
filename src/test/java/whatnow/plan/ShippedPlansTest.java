package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whatnow.testkit.ShippedArticles;

/** The plans that ship with the product. */
class ShippedPlansTest {

    @Test
    void allFourCanBeLoadedAndOnlyGeneralIsActive() {
        var plans = new PlanShelf(
                new FolderTexts(ShippedArticles.FOLDER.resolve("plans")),
                Set.of(),
                new InMemoryPlanActivations(),
                () -> Instant.parse("2026-03-01T12:00:00Z"));

        plans.refresh();

        assertThat(plans.problems()).extracting(PlanProblem::sentence).isEmpty();
        assertThat(plans.all())
                .extracting(it -> it.id().name())
                .containsExactly("freight", "general", "homeostasis", "tracktion");
        assertThat(plans.active()).extracting(RecoveryPlan::id).containsExactly(PlanId.GENERAL);
    }

    @Test
    void whatIsContradictoryOrMissingInThemIsKnown() throws IOException {
        var report = PlanCheck.run(ShippedArticles.FOLDER);

        assertThat(report.fresh()).extracting(it -> it.id() + ": " + it.what()).isEmpty();
        assertThat(report.vanished()).isEmpty();
        assertThat(report.exitCode()).isZero();
    }
}
