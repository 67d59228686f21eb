package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanReaderTest {

    @Test
    void everythingThatIsWrittenIsInThePlan() {
        var plan = PlanYaml.plan(PlanYaml.SMALL);

        assertThat(plan.id()).isEqualTo(new PlanId("ledger"));
        assertThat(plan.linkWindow()).isEqualTo(Duration.ofMinutes(10));
        assertThat(plan.service("ledger-db").orElseThrow().values()).containsEntry("database", "ledger");
        assertThat(plan.strategy(StrategyKind.RESTART)
                        .orElseThrow()
                        .estimate()
                        .orElseThrow()
                        .origin())
                .isEqualTo("plan, never measured");
        assertThat(plan.escalation().getFirst().severities()).containsExactly(Severity.SEV1, Severity.UNKNOWN);
        assertThat(plan.reference()).containsOnlyKeys("backups");
    }

    @Test
    void whatIsLeftOutIsEmptyAndTheLinkWindowIsAQuarterOfAnHour() {
        var plan = PlanYaml.plan("{id: ledger, title: Ledger, source: S9}");

        assertThat(plan.linkWindow()).isEqualTo(Duration.ofMinutes(15));
        assertThat(plan.services()).isEmpty();
        assertThat(plan.degradation()).isEmpty();
        assertThat(plan.match().selects(java.util.Map.of("system", "ledger"), "x"))
                .isFalse();
    }

    @Test
    void theMostSpecificTargetWins() {
        var plan = PlanYaml.plan(PlanYaml.SMALL);

        assertThat(plan.targetOf("ledger-api").of()).isEqualTo("ledger-api");
        assertThat(plan.targetOf("ledger-api").rto()).contains(Duration.ofMinutes(30));
        assertThat(plan.targetOf("ledger-api").rpo()).contains(Duration.ofMinutes(5));
        assertThat(plan.targetOf("ledger-db").of()).isEqualTo("tier_1");
        assertThat(plan.targetOf("network").of()).isEqualTo("plan");
        assertThat(plan.targetOf("stranger").rto()).contains(Duration.ofHours(4));
    }

    @Test
    void sharedThresholdsAndTablesComeAfterThePlansOwn() {
        var defaults = """
                thresholds:
                  - {metric: response_seconds, purpose: validation, limit: 0.2, unit: s, below: true, rows: [S0-03]}
                reference:
                  backups:
                    - {id: all, title: All}
                  monitoring:
                    - {id: cpu, title: CPU}
                """;

        var plan = PlanYaml.plan(PlanYaml.SMALL, defaults);

        assertThat(plan.thresholds()).extracting(Threshold::shared).containsExactly(false, true);
        assertThat(plan.reference().get("backups")).extracting(ReferenceRow::id).containsExactly("wal", "all");
        assertThat(plan.reference()).containsKey("monitoring");
    }

    @Test
    void theHashCoversThePlanAndTheDefaults() {
        var alone = PlanYaml.plan(PlanYaml.SMALL);

        assertThat(PlanYaml.plan(PlanYaml.SMALL).sha256())
                .isEqualTo(alone.sha256())
                .matches("[0-9a-f]{64}");
        assertThat(PlanYaml.plan(PlanYaml.SMALL + "# a word\n").sha256()).isNotEqualTo(alone.sha256());
        assertThat(PlanYaml.plan(PlanYaml.SMALL, "thresholds: []").sha256()).isNotEqualTo(alone.sha256());
    }

    @Test
    void aTextThatWasKeptBecomesTheSamePlanAgain() {
        var defaults = "reference:\n  monitoring:\n    - {id: cpu, title: CPU}\n";
        var taken = (PlanReader.Taken) PlanYaml.read(PlanYaml.SMALL, defaults);

        assertThat(PlanReader.sha256(taken.text())).isEqualTo(taken.plan().sha256());
        assertThat(PlanReader.again(taken.text())).isEqualTo(taken.plan());
        assertThatIllegalArgumentException().isThrownBy(() -> PlanReader.again("id: x"));
    }

    @Test
    void theFileIsReadWithItsLines() {
        var taken = (PlanReader.Taken) PlanYaml.read(PlanYaml.SMALL, "");

        assertThat(taken.lines().of("services.1.depends-on.0"))
                .isEqualTo(PlanYaml.lineOf(PlanYaml.SMALL, "depends-on: [network]"));
        assertThat(taken.lines().of("services.1.no-such-key"))
                .isEqualTo(PlanYaml.lineOf(PlanYaml.SMALL, "- name: ledger-db"));
    }
}
