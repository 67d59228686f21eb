package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import whatnow.rulebook.Rule;
import whatnow.testkit.ShippedRules;

/** Runs the examples that lie beside the rules, and insists on both kinds for every rule. */
class SymptomExamplesTest {

    record AnExample(String rule, boolean fires, String situation, Map<String, Object> facts) {

        String sentence() {
            return "%s: %s %s".formatted(rule, fires ? "fires when" : "stays quiet when", situation);
        }
    }

    static final List<AnExample> EXAMPLES = examples();

    @TestFactory
    Stream<DynamicTest> rulesSpeakAndStayQuietAsTheirExamplesSay() {
        return EXAMPLES.stream()
                .map(it ->
                        dynamicTest(it.sentence(), () -> {
                            var spoke = ShippedSymptoms.BOOK
                                    .consult(SymptomLanguage.facts(it.facts()), SymptomLanguage::vocabulary)
                                    .stream()
                                    .map(said -> said.rule())
                                    .toList();

                            assertThat(spoke.contains(it.rule())).isEqualTo(it.fires());
                        }));
    }

    @Test
    void everyRuleHasAnExampleOfEachKind() {
        var rules = ShippedSymptoms.BOOK.rules().stream().map(Rule::name).toList();

        assertThat(ruled(true)).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(ruled(false)).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void aFactThatNobodyKnowsIsRefusedInWords() {
        assertThatThrownBy(() -> SymptomLanguage.facts(Map.of("gizmo", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no kind of fact (gizmo); known are [alert,");
    }

    private static List<String> ruled(boolean fires) {
        return EXAMPLES.stream()
                .filter(it -> it.fires() == fires)
                .map(AnExample::rule)
                .distinct()
                .toList();
    }

    private static List<AnExample> examples() {
        var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        var examples = new ArrayList<AnExample>();
        ShippedRules.sources("symptoms").examples().values().forEach(text -> {
            var rules = fields(new Load(settings).loadFromString(text));
            rules.forEach((rule, kinds) -> fields(kinds)
                    .forEach((kind, situations) -> ((List<?>) situations)
                            .forEach(each -> fields(each)
                                    .forEach((situation, facts) -> examples.add(new AnExample(
                                            rule, kind.equals("fires when"), situation, fields(facts)))))));
        });
        return List.copyOf(examples);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object yaml) {
        return (Map<String, Object>) yaml;
    }
}
