package whatnow.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.rulebook.ABook.RULE;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.base.RuleBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.decision.DecisionLanguage;
import whatnow.testkit.MovableClock;
import whatnow.testkit.ShippedRules;

class RuleShelfTest {

    static final String CHANGED = RULE.replace("\"bulb\"", "\"fuse\"");

    @TempDir
    Path root;

    final MovableClock clock = new MovableClock();
    final Set<String> missing = new HashSet<>();
    ABook book;

    @BeforeEach
    void write() {
        book = ABook.in(root);
    }

    @Test
    void aGoodChangeComesIntoForceAndSaysSinceWhen() {
        var shelf = proved();
        clock.passes(Duration.ofMinutes(5));

        book.rules(CHANGED);

        assertThat(shelf.reload()).isTrue();
        assertThat(said(shelf)).isEqualTo("fuse");
        assertThat(shelf.since(ABook.NAME)).isEqualTo(MovableClock.NOON.plusSeconds(300));
        assertThat(shelf.problems()).isEmpty();
    }

    @Test
    void nothingChangesWhileNobodyWrites() {
        var shelf = proved();
        var before = shelf.book(ABook.NAME);
        clock.passes(Duration.ofMinutes(5));

        assertThat(shelf.reload()).isFalse();
        assertThat(shelf.book(ABook.NAME)).isSameAs(before);
        assertThat(shelf.since(ABook.NAME)).isEqualTo(MovableClock.NOON);
    }

    @Test
    void badSyntaxLeavesTheOldBookInForceAndNamesTheLine() {
        var shelf = proved();

        book.rules(CHANGED.replace("Lamp( !lit )", "Lamp( !lit"));

        assertThat(shelf.reload()).isFalse();
        assertThat(said(shelf)).isEqualTo("bulb");
        assertThat(shelf.problems()).isNotEmpty().allMatch(it -> it.matches("lamps/lamps\\.drl:1\\d: .*"));
        assertThat(shelf.troubles())
                .containsExactly("The newest text of the rule book (lamps) was not taken; the last good one decides.");
    }

    @Test
    void aFailingExampleLeavesTheOldBookInForce() {
        var shelf = proved();

        book.rules(CHANGED.replace("!lit", "lit"));

        assertThat(shelf.reload()).isFalse();
        assertThat(said(shelf)).isEqualTo("bulb");
        assertThat(shelf.problems())
                .contains(
                        "lamps/lamps.examples.yaml:3: (A lamp is out: fires when the hall is dark) but the rule stayed"
                                + " quiet");
    }

    @Test
    void aMissingCitationLeavesTheOldBookInForceUntilTheArticleComes() {
        var shelf = proved();
        missing.add("lamps#fuses");

        book.rules(CHANGED.replace("lamps#change", "lamps#fuses"));

        assertThat(shelf.reload()).isFalse();
        assertThat(said(shelf)).isEqualTo("bulb");
        assertThat(shelf.problems())
                .containsExactly(
                        "lamps/lamps.drl:8: rule (A lamp is out) cites (lamps#fuses): no such article and section");

        missing.clear();

        assertThat(shelf.reload()).isTrue();
        assertThat(said(shelf)).isEqualTo("fuse");
        assertThat(shelf.problems()).isEmpty();
    }

    @Test
    void takingAMistakeBackClearsTheProblem() {
        var shelf = proved();
        book.rules("rule");
        shelf.reload();

        book.rules(RULE);

        assertThat(shelf.reload()).isFalse();
        assertThat(shelf.problems()).isEmpty();
        assertThat(shelf.troubles()).isEmpty();
    }

    @Test
    void aFolderThatVanishesLeavesTheOldBookInForce() throws Exception {
        var shelf = proved();

        Files.move(root.resolve(ABook.NAME), root.resolve("elsewhere"));

        assertThat(shelf.reload()).isFalse();
        assertThat(said(shelf)).isEqualTo("bulb");
        assertThat(shelf.problems()).containsExactly("lamps/the folder does not exist, so the rules in force stay");

        Files.move(root.resolve("elsewhere"), root.resolve(ABook.NAME));
        shelf.reload();

        assertThat(shelf.problems()).isEmpty();
    }

    /** The folder is the user's own: at the start nobody waits for its examples, so they are run soon after. */
    @Test
    void aBookThatFailsItsExamplesAfterTheStartMakesWayForThePackedOne() throws Exception {
        var shipped = ShippedRules.FOLDER.resolve("degradation");
        var own = Files.createDirectories(root.resolve("degradation"));
        Files.writeString(
                own.resolve("tiers.drl"),
                Files.readString(shipped.resolve("tiers.drl")).replace("fits($importance)", "!fits($importance)"));
        Files.copy(shipped.resolve("tiers.examples.yaml"), own.resolve("tiers.examples.yaml"));
        var language = DecisionLanguage.language();
        var degradation = new RuleLanguage(List.of("degradation"), language.facts(), language.vocabulary());

        var shelf = RuleShelf.of(root, List.of(degradation), _ -> true, clock);
        var taken = shelf.book("degradation");
        shelf.reload();

        assertThat(shelf.book("degradation").sha256())
                .isNotEqualTo(taken.sha256())
                .isEqualTo(RuleBook.compile(
                                "degradation", RuleSources.packed("degradation").text())
                        .sha256());
        assertThat(shelf.problems()).anyMatch(it -> it.startsWith("degradation/tiers.examples.yaml:"));
    }

    @Test
    void aBookThatDoesNotCompileAtTheStartIsReplacedByThePackedOne() throws Exception {
        var own = Files.createDirectories(root.resolve("degradation"));
        Files.writeString(own.resolve("tiers.drl"), "rule");
        var language = DecisionLanguage.language();
        var degradation = new RuleLanguage(List.of("degradation"), language.facts(), language.vocabulary());

        var shelf = RuleShelf.of(root, List.of(degradation), _ -> true, clock);

        assertThat(shelf.book("degradation").rules()).isNotEmpty();
        assertThat(shelf.problems()).isNotEmpty().allMatch(it -> it.startsWith("degradation/tiers.drl:"));
    }

    @Test
    void aFolderThatIsMissingLeavesThePackedRulesInForceAndSaysSo() {
        var shelf = RuleShelf.open(
                root.resolve("nowhere").toString(), List.of(DecisionLanguage.language()), _ -> true, clock);

        assertThat(shelf.books().keySet()).containsExactlyInAnyOrderElementsOf(DecisionLanguage.BOOKS);
        assertThat(shelf.problems()).singleElement().asString().contains("nowhere", "whatnow.rules");
        assertThat(shelf.troubles()).isEqualTo(shelf.problems());
    }

    @Test
    void theWatchTakesAChangeWithinAFewSeconds() throws Exception {
        try (var shelf = shelf().watched()) {
            book.rules(CHANGED);

            var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!said(shelf).equals("fuse") && System.nanoTime() < until) {
                Thread.sleep(50);
            }
            assertThat(said(shelf)).isEqualTo("fuse");
        }
    }

    /** Compiled rules are classes; a shelf that kept them would fill the memory of a server that runs for months. */
    @Test
    void thirtyReloadsLeaveNoClassesBehind() throws Exception {
        var shelf = proved();
        var old = new ArrayList<WeakReference<ClassLoader>>();

        for (var round = 0; round < 30; round++) {
            old.add(new WeakReference<>(classes(shelf.book(ABook.NAME))));
            book.rules(RULE.replace("\"bulb\"", "\"bulb %d\"".formatted(round)));
            assertThat(shelf.reload()).isTrue();
            said(shelf);
        }

        for (var attempt = 0; attempt < 40 && alive(old) > 0; attempt++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(alive(old)).isZero();
    }

    private static long alive(List<WeakReference<ClassLoader>> books) {
        return books.stream().filter(it -> it.get() != null).count();
    }

    private static ClassLoader classes(RuleBook book) {
        return ((RuleBase) book.compiled()).getRootClassLoader();
    }

    private RuleShelf shelf() {
        return RuleShelf.of(root, List.of(ABook.LANGUAGE), it -> !missing.contains(it), clock);
    }

    private RuleShelf proved() {
        var shelf = shelf();
        shelf.reload();
        return shelf;
    }

    private static String said(RuleShelf shelf) {
        return String.valueOf(shelf.book(ABook.NAME)
                .consult(List.of(new ABook.Lamp(false)), ABook.LampProposals::new)
                .getFirst()
                .statement());
    }
}
