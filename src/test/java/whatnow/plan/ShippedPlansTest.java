package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plans that ship with the product. */
class ShippedPlansTest {

    static final Path KNOWLEDGE = Path.of("knowledge-base");

    @Test
    void allFourCanBeLoadedAndOnlyGeneralIsActive() {
        var plans = new PlanShelf(
                new FolderTexts(KNOWLEDGE.resolve("plans")),
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
        var report = PlanCheck.run(KNOWLEDGE);

        assertThat(report.fresh()).extracting(it -> it.id() + ": " + it.what()).isEmpty();
        assertThat(report.vanished()).isEmpty();
        assertThat(report.exitCode()).isZero();
    }
}
