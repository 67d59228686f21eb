package whatnow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.support.ReflectionSupport;
import whatnow.testkit.Proves;
import whatnow.testkit.Texts;

/** Nothing that the source plans say is lost: every row has a home, and every home is looked at. */
class SourceRowsTest {

    private static final String CSV = Texts.read(Path.of("docs/source-rows.csv"));

    private static final List<String> IDS = Stream.of(
                    ids("S0", 1, 21), ids("S1", 1, 37), ids("S2", 1, 20), ids("S3", 1, 48), ids("S4", 1, 26))
            .flatMap(it -> it)
            .toList();

    /** Rows of the sources that are steps, scripts or checklists; a plan has no place for those. */
    private static final Set<String> PROCEDURES = Stream.of(
                    Stream.of("S1-09", "S3-14", "S3-31", "S3-36", "S3-38"),
                    ids("S1", 11, 14),
                    ids("S1", 33, 34),
                    ids("S3", 17, 23),
                    ids("S4", 12, 13))
            .flatMap(it -> it)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PROVED = proofs();

    @Test
    void everyRowHasAHomeAndEveryRowOfAPlanIsProved() {
        assertThat(problems(SourceRows.read(CSV))).isEmpty();
    }

    @Test
    void whatIsProvedExists() {
        assertThat(IDS).containsAll(PROVED);
    }

    @ParameterizedTest
    @CsvSource({
        "S1-21, docs/nowhere.md#steps, S1-21 has a home that does not exist: docs/nowhere.md#steps",
        "S1-21, knowledge-base/plans/freight/plan.yaml, "
                + "S1-21 has a home that does not exist: knowledge-base/plans/freight/plan.yaml",
        "S1-21, knowledge-base/plans/freight/plan.yaml#reference.nothing, "
                + "S1-21 has a home that does not exist: knowledge-base/plans/freight/plan.yaml#reference.nothing",
        "S1-21, knowledge-base/plans/freight/plan.yaml#reference.backups, "
                + "S1-21 is cited by nothing in knowledge-base/plans/freight/plan.yaml#reference.backups",
        "S1-21, knowledge-base/runbooks/regional-failover.md#steps, "
                + "'S1-21 is no procedure text, so an article is no home for it'",
        "S1-12, knowledge-base/runbooks/regional-failover.md#nothing, "
                + "S1-12 has a home that does not exist: knowledge-base/runbooks/regional-failover.md#nothing",
        "S1-12, knowledge-base/procedures/configuration-recovery.md#steps-tracktion, "
                + "S1-12 is not among the refs of procedures/configuration-recovery.md",
        "S1-21, later: escalation, S1-21 is left for later without a reason",
        "S1-21, later:, S1-21 is left for later without a reason"
    })
    void aHomeThatIsNoneIsFound(String row, String home, String problem) {
        var rows = changed(it -> it.id().equals(row) ? new SourceRows.Row(row, it.title(), home, "") : it);

        assertThat(problems(rows)).containsExactly(problem);
    }

    @Test
    void aRowThatIsMissingUnknownOrTwiceIsFound() {
        var rows = new ArrayList<>(SourceRows.read(CSV));
        var first = rows.removeFirst();
        rows.add(rows.getFirst());
        rows.add(new SourceRows.Row("S9-01", "Stranger", "later: reports", "nobody knows it"));

        assertThat(problems(rows))
                .containsExactly(first.id() + " is missing", "S9-01 is unknown", "S0-02 is listed more than once");
    }

    @Test
    void aRowOfAPlanThatNoTestProvesIsFound() {
        var fewer = PROVED.stream().filter(it -> !it.equals("S1-21")).collect(Collectors.toSet());

        assertThat(SourceRows.problems(SourceRows.read(CSV), IDS, PROCEDURES, fewer))
                .containsExactly("S1-21 is proved by no assertion");
    }

    @Test
    void tooMuchThatIsLeftForLaterIsFound() {
        var rows = changed(it -> it.id().startsWith("S3") || it.id().startsWith("S0")
                ? new SourceRows.Row(it.id(), it.title(), "later: everything", "no time")
                : it);

        assertThat(problems(rows)).containsExactly("more than 50 rows are left for later");
    }

    private static List<String> problems(List<SourceRows.Row> rows) {
        return SourceRows.problems(rows, IDS, PROCEDURES, PROVED);
    }

    private static List<SourceRows.Row> changed(UnaryOperator<SourceRows.Row> change) {
        return SourceRows.read(CSV).stream().map(change).toList();
    }

    private static Stream<String> ids(String source, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(it -> "%s-%02d".formatted(source, it));
    }

    /** What the tests of {@code whatnow.plan} say they compare with the plans. */
    private static Set<String> proofs() {
        return ReflectionSupport.findAllClassesInPackage(
                        "whatnow.plan", _ -> true, name -> name.contains(".PlanNumbers"))
                .stream()
                .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
                .filter(it -> it.isAnnotationPresent(Proves.class) && it.isAnnotationPresent(Test.class))
                .flatMap(it -> Arrays.stream(it.getAnnotation(Proves.class).value()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
