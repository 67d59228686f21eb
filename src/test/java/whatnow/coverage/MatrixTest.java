package whatnow.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import whatnow.coverage.Coverage.Row;
import whatnow.coverage.Coverage.RuleOf;
import whatnow.coverage.Matrix.Serving;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.testkit.ShippedArticles;
import whatnow.testkit.ShippedPlans;

class MatrixTest {

    static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    static final ArticleId FAILOVER = new ArticleId("regional-failover");
    static final RuleOf RULE = new RuleOf("strategy", "A region is lost", "regional-failover#when");

    final Map<ArticleId, Article> articles;

    MatrixTest() {
        try (var library = ShippedArticles.library()) {
            articles = library.all().stream()
                    .collect(Collectors.toMap(Article::id, Function.identity(), (one, _) -> one, TreeMap::new));
        }
    }

    @Test
    void aRowHasThePlacesRulesAndArticlesThatNameIt() {
        var row = row(matrix(Map.of(), true), "S1-13");

        assertThat(row.rules()).containsExactly(RULE);
        assertThat(row.articles()).anyMatch(it -> it.startsWith("regional-failover"));
    }

    @Test
    void whatHasNeitherRuleNorArticleStandsFirst() {
        var failoverAlone = new TreeMap<>(Map.of(FAILOVER, articles.get(FAILOVER)));
        var matrix = new Matrix(List.of(new Serving(RULE, List.of("S1-13"))), failoverAlone, Map.of(), true, TODAY);

        var coverage = matrix.of(ShippedPlans.plan("freight"), true);

        assertThat(coverage.rows().getFirst().gaps()).contains(Gap.NO_ANSWER);
        assertThat(coverage.rows()).isSortedAccordingTo((one, other) -> one.order() - other.order());
    }

    @Test
    void aRowWhoseStepsNobodyRehearsedLacksADrill() {
        var row = row(matrix(Map.of(), true), "S1-13");

        assertThat(row.gaps()).containsExactly(Gap.NEVER_DRILLED);
    }

    @Test
    void aRowThatWasDrilledLatelyLacksNothing() {
        var row = row(matrix(Map.of(FAILOVER, TODAY.minusMonths(5)), true), "S1-13");

        assertThat(row.drill().orElseThrow().last()).contains(TODAY.minusMonths(5));
        assertThat(row.gaps()).isEmpty();
    }

    @Test
    void aDrillIsOverdueAfterTheLongestTimeThatThePlanNames() {
        var row = row(matrix(Map.of(FAILOVER, TODAY.minusMonths(13)), true), "S1-13");

        assertThat(row.gaps()).containsExactly(Gap.DRILL_OVERDUE);
    }

    @Test
    void whereNobodyCanTellWhatWasDrilledNothingIsCalledNeverDrilled() {
        var row = row(matrix(Map.of(), false), "S1-13");

        assertThat(row.gaps()).isEmpty();
    }

    @Test
    void whatIsNoRunbookNeedsNoDrill() {
        var scope = row(matrix(Map.of(), true), "S1-01");

        assertThat(scope.articles()).containsExactly("classify-an-incident");
        assertThat(scope.drill()).isEmpty();
        assertThat(scope.gaps()).containsExactly(Gap.NO_RULE);
    }

    @Test
    void thePlansRowsAreThoseOfItsOwnSource() {
        var rows =
                matrix(Map.of(), true).of(ShippedPlans.plan("tracktion"), false).rows();

        assertThat(rows).isNotEmpty().allMatch(it -> it.id().startsWith("S3-"));
    }

    @Test
    void theCountsAreThoseOfTheFilteredRows() {
        var coverage = matrix(Map.of(), true).of(ShippedPlans.plan("freight"), true);

        coverage.counts()
                .forEach((gap, count) ->
                        assertThat(coverage.only(gap).rows()).as(gap.words()).hasSize(count.intValue()));
        assertThat(coverage.onlyGaps().rows()).hasSize(coverage.rows().size() - (int) coverage.complete());
    }

    private static Row row(Matrix matrix, String id) {
        return matrix.of(ShippedPlans.plan("freight"), true).rows().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Matrix matrix(Map<ArticleId, LocalDate> drilled, boolean known) {
        return new Matrix(List.of(new Serving(RULE, List.of("S1-13"))), articles, drilled, known, TODAY);
    }
}
