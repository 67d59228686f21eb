package whatnow.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import whatnow.decision.DecisionLanguage;
import whatnow.testkit.ShippedArticles;
import whatnow.testkit.ShippedRules;

/** Runs the examples that lie beside the rules that ship. */
class RuleExamplesTest {

    static final List<BookTrial> TRIALS = new RulesTest(
                    List.of(DecisionLanguage.language()), DecisionLanguage.articles(ShippedArticles.library()))
            .trials(ShippedRules.FOLDER);

    @TestFactory
    Stream<DynamicTest> rulesSpeakAndStayQuietAsTheirExamplesSay() {
        return TRIALS.stream()
                .flatMap(it -> it.results().stream())
                .map(it -> dynamicTest(
                        it.example().sentence(),
                        () -> assertThat(it.isPassed()).as(it::complaint).isTrue()));
    }

    @Test
    void everyRuleHasAnExampleOfEachKindAndCitesWhatExists() {
        assertThat(TRIALS).flatExtracting(BookTrial::problems).isEmpty();
    }

    @Test
    void everyBookWasProved() {
        assertThat(TRIALS).extracting(BookTrial::name).containsExactlyInAnyOrderElementsOf(DecisionLanguage.BOOKS);
        assertThat(TRIALS).allSatisfy(it -> assertThat(it.book()).isPresent());
    }
}
