package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanShelfTest {

    static final PlanId LEDGER = new PlanId("ledger");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    final PlanActivations activations = new InMemoryPlanActivations();

    @BeforeEach
    void twoPlans() throws IOException {
        write("ledger", PlanYaml.SMALL);
        write("general", "{id: general, title: General, source: none}");
    }

    @Test
    void generalIsAlwaysActiveAndAllElseOnlyIfSomebodySaysSo() {
        var plans = shelf();

        assertThat(plans.all()).extracting(RecoveryPlan::id).containsExactly(PlanId.GENERAL, LEDGER);
        assertThat(plans.active()).extracting(RecoveryPlan::id).containsExactly(PlanId.GENERAL);
        assertThat(shelf(LEDGER).active()).extracting(RecoveryPlan::id).containsExactly(PlanId.GENERAL, LEDGER);
        assertThat(plans.problems()).isEmpty();
    }

    @Test
    void aPersonsLastWordOutranksTheSettings() {
        var plans = shelf(LEDGER);

        plans.activate(LEDGER, false, "ann");
        assertThat(plans.active()).extracting(RecoveryPlan::id).containsExactly(PlanId.GENERAL);

        plans.activate(LEDGER, true, "bob");
        assertThat(plans.active()).extracting(RecoveryPlan::id).contains(LEDGER);
        assertThat(plans.lastActivation(LEDGER)).contains(new PlanActivation(LEDGER, true, "bob", NOON));
        assertThat(activations.of(LEDGER)).hasSize(2);
    }

    @Test
    void whatAnotherNodeSwitchedIsSeenAtTheNextLook() {
        var plans = shelf();
        activations.append(new PlanActivation(LEDGER, true, "ann", NOON));

        plans.refresh();

        assertThat(plans.active()).extracting(RecoveryPlan::id).contains(LEDGER);
    }

    @Test
    void generalCannotBeSwitchedOffNorAStrangerOn() {
        var plans = shelf();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plans.activate(PlanId.GENERAL, false, "ann"))
                .withMessageContaining("general");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plans.activate(new PlanId("cards"), true, "ann"))
                .withMessageContaining("(cards)")
                .withMessageContaining("ledger");
        assertThat(activations.newest()).isEmpty();
    }

    @Test
    void aChangedFileIsTakenAtTheNextLook() throws IOException {
        var plans = shelf();
        write("ledger", PlanYaml.with("title: Ledger\n", "title: Books\n"));

        plans.refresh();

        assertThat(plans.find(LEDGER).orElseThrow().title()).isEqualTo("Books");
        assertThat(PlanReader.again(plans.text(LEDGER).orElseThrow()).title()).isEqualTo("Books");
    }

    @Test
    void aBrokenFileLeavesTheLastGoodPlanInForceAndSaysWhy() throws IOException {
        var plans = shelf(LEDGER);
        var before = plans.find(LEDGER).orElseThrow();
        write("ledger", PlanYaml.with("kind: database", "kind: databse"));

        plans.refresh();

        assertThat(plans.find(LEDGER)).containsSame(before);
        assertThat(plans.active()).contains(before);
        assertThat(plans.problems()).singleElement().satisfies(it -> {
            assertThat(it.file()).endsWith("ledger/plan.yaml");
            assertThat(it.line()).isEqualTo(PlanYaml.lineOf(PlanYaml.SMALL, "kind: database"));
            assertThat(it.value()).isEqualTo("databse");
            assertThat(it.expected()).contains("database");
        });

        write("ledger", PlanYaml.SMALL);
        plans.refresh();

        assertThat(plans.problems()).isEmpty();
    }

    @Test
    void aPlanBrokenFromTheStartIsAbsentAndTheOthersAreNot() throws IOException {
        write("ledger", "id: ledger\n");

        var plans = shelf(LEDGER);

        assertThat(plans.active()).extracting(RecoveryPlan::id).containsExactly(PlanId.GENERAL);
        assertThat(plans.problems()).extracting(PlanProblem::plan).containsOnly("ledger");
    }

    @Test
    void aVanishedFileOrFolderTakesNothingOutOfForce() throws IOException {
        var plans = shelf(LEDGER);
        Files.delete(folder.resolve("ledger/plan.yaml"));

        plans.refresh();

        assertThat(plans.active()).extracting(RecoveryPlan::id).contains(LEDGER);
        assertThat(plans.problems()).extracting(PlanProblem::value).containsExactly("no file");

        Files.delete(folder.resolve("ledger"));
        Files.delete(folder.resolve("general/plan.yaml"));
        Files.delete(folder.resolve("general"));
        Files.delete(folder);
        plans.refresh();

        assertThat(plans.active()).hasSize(2);
        assertThat(plans.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.expected()).contains("can be read"));
    }

    @Test
    void brokenDefaultsLeaveTheLastGoodOnesInForce() throws IOException {
        Files.writeString(folder.resolve("defaults.yaml"), "reference:\n  monitoring:\n    - {id: cpu, title: CPU}\n");
        var plans = shelf();
        var before = plans.find(LEDGER).orElseThrow();
        Files.writeString(folder.resolve("defaults.yaml"), "reference: nothing\n");

        plans.refresh();

        assertThat(plans.find(LEDGER)).contains(before);
        assertThat(before.reference()).containsKey("monitoring");
        assertThat(plans.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.file()).endsWith("defaults.yaml"));
    }

    @Test
    void aDatabaseThatIsAwayLeavesTheLastKnownActivations() {
        var away = new java.util.concurrent.atomic.AtomicBoolean();
        var database = new PlanActivations() {
            @Override
            public void append(PlanActivation activation) {
                activations.append(activation);
            }

            @Override
            public List<PlanActivation> of(PlanId plan) {
                return activations.of(plan);
            }

            @Override
            public List<PlanActivation> newest() {
                if (away.get()) {
                    throw new IllegalStateException("The database is away.");
                }
                return activations.newest();
            }
        };
        var plans = new PlanShelf(new FolderTexts(folder), Set.of(), database, () -> NOON);
        plans.refresh();
        plans.activate(LEDGER, true, "ann");
        away.set(true);

        plans.refresh();

        assertThat(plans.active()).extracting(RecoveryPlan::id).contains(LEDGER);
    }

    @Test
    void theWatchSeesAChangeByItself() throws Exception {
        var plans = shelf();
        var watch = new PlanWatch(plans);
        watch.start();
        try {
            write("ledger", PlanYaml.with("title: Ledger\n", "title: Books\n"));
            for (var i = 0; i < 100 && !title(plans).equals("Books"); i++) {
                Thread.sleep(100);
            }
            assertThat(title(plans)).isEqualTo("Books");
            assertThat(watch.isRunning()).isTrue();
        } finally {
            watch.stop();
        }
        assertThat(watch.isRunning()).isFalse();
    }

    @Test
    void thePackedCopyIsReadFromTheClassPath() throws IOException {
        assertThat(new PackedTexts("packed-plans").read())
                .extracting(PlanText::plan)
                .containsExactly("ledger", PlanText.DEFAULTS);
    }

    @Test
    void aFolderThatWasSetIsTheOneThatIsRead() throws IOException {
        Files.createDirectories(folder.resolve("plans"));

        assertThat(PlanConfiguration.texts(folder.toString())).isEqualTo(new FolderTexts(folder.resolve("plans")));
    }

    @Test
    void aFolderThatIsNotThereLeavesNobodyWithoutPlans() {
        assertThat(PlanConfiguration.texts(folder.resolve("gone").toString())).isInstanceOf(PackedTexts.class);
    }

    static String title(Plans plans) {
        return plans.find(LEDGER).orElseThrow().title();
    }

    PlanShelf shelf(PlanId... settings) {
        var plans = new PlanShelf(new FolderTexts(folder), Set.of(settings), activations, () -> NOON);
        plans.refresh();
        return plans;
    }

    void write(String plan, String text) throws IOException {
        Files.createDirectories(folder.resolve(plan));
        Files.writeString(folder.resolve(plan).resolve("plan.yaml"), text);
    }
}
