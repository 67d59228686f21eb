package whatnow.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.rulebook.ABook.EXAMPLES;
import static whatnow.rulebook.ABook.RULE;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookTrialTest {

    @TempDir
    Path root;

    ABook book;

    @BeforeEach
    void write() {
        book = ABook.in(root);
    }

    @Test
    void aRuleWithBothKindsOfExamplesPasses() {
        assertThat(book.trial().problems()).isEmpty();
        assertThat(book.trial().results()).hasSize(2);
    }

    @Test
    void aRuleWithoutANearMissIsRefused() {
        book.examples(EXAMPLES.substring(0, EXAMPLES.indexOf("  stays quiet")));

        assertThat(book.trial().problems())
                .containsExactly("lamps.drl:8: rule (A lamp is out) has no example in which it stays quiet; write one"
                        + " into lamps.examples.yaml");
    }

    @Test
    void aRuleThatNeverFiresInAnExampleIsRefused() {
        book.examples("A lamp is out:\n" + EXAMPLES.substring(EXAMPLES.indexOf("  stays quiet")));

        assertThat(book.trial().problems())
                .containsExactly("lamps.drl:8: rule (A lamp is out) has no example in which it fires; write one into"
                        + " lamps.examples.yaml");
    }

    @Test
    void anExampleThatFailsNamesItsLineAndItsSentence() {
        book.examples(EXAMPLES.replace("lit: false", "lit: true"));

        assertThat(book.trial().problems())
                .containsExactly("lamps.examples.yaml:3: (A lamp is out: fires when the hall is dark) but the rule"
                        + " stayed quiet");
    }

    @Test
    void aFactThatNobodyKnowsNamesTheLineOfItsExample() {
        book.examples(EXAMPLES.replace("lamp: {lit: true}", "candle: {lit: true}"));

        assertThat(book.trial().problems()).containsExactly("lamps.examples.yaml:6: there is no kind of fact (candle)");
    }

    @Test
    void anExampleOfARuleThatIsGoneIsRefused() {
        book.examples(EXAMPLES + EXAMPLES.replace("A lamp is out", "A lamp flickers"));

        assertThat(book.trial().problems())
                .contains("lamps.examples.yaml:10: no rule is called (A lamp flickers); copy the sentence from the rule"
                        + " file");
    }

    @Test
    void brokenYamlNamesItsLine() {
        book.examples(EXAMPLES.replace("{lit: true}", "{lit: true"));

        assertThat(book.trial().problems())
                .anyMatch(it -> it.matches("lamps\\.examples\\.yaml:[78]: this is not YAML.*"));
    }

    @Test
    void examplesNestedTooDeeplyAreRefusedAndDoNotOverflow() {
        book.examples("[".repeat(100_000));

        assertThat(book.trial().problems()).anyMatch(it -> it.contains("levels deep"));
    }

    @Test
    void anAnnotationGivenTwiceIsRefusedBecauseTheEngineWouldDropOne() {
        book.rules(RULE.replace("@Owner(caretaker)", "@Owner(caretaker)\n    @Runbook(lamps#buy)"));

        assertThat(book.trial().problems())
                .singleElement()
                .asString()
                .startsWith("lamps.drl:8: rule (A lamp is out) has @Runbook 2 times");
    }

    @Test
    void aNameUsedTwiceNamesBothPlaces() {
        book.rules(RULE + RULE.substring(RULE.indexOf("// A dark")));

        assertThat(book.trial().problems())
                .containsExactly(
                        "lamps.drl:18: rule (A lamp is out) is also in lamps.drl:8; names are unique in a book");
    }

    @Test
    void anArticleThatDoesNotExistIsRefused() {
        var trial = BookTrial.of(ABook.NAME, RuleSources.of(root.resolve(ABook.NAME)), ABook.LANGUAGE, _ -> false);

        assertThat(trial.problems())
                .containsExactly("lamps.drl:8: rule (A lamp is out) cites (lamps#change): no such article and section");
    }

    @Test
    void aRowThatIsNoPlanRowIsRefused() {
        book.rules(RULE.replace("S1-01", "S7-1"));

        assertThat(book.trial().problems())
                .containsExactly(
                        "lamps.drl:8: row (S7-1) of rule (A lamp is out) is not a plan row; expected one such as"
                                + " S1-03");
    }

    /** The engine itself says neither line nor rule for most of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lamp( !lit ) | Lamp( !lid )",
                "Lamp( !lit ) | Lamp( lit == 3 )",
                "Lamp( !lit ) | Candle()",
                "proposals.change(\"bulb\") | proposals.change(3)",
                "proposals.change(\"bulb\") | proposals.exchange(\"bulb\")",
                "proposals.change(\"bulb\") | proposals.change($bulb)"
            })
    void whatDoesNotCompileNamesFileLineAndRule(String right, String wrong) {
        var second = RULE.substring(RULE.indexOf("// A dark")).replace("A lamp is out", "Another lamp is out");
        book.rules(RULE + "\n" + second.replace(right, wrong));

        assertThat(book.trial().problems())
                .isNotEmpty()
                .allMatch(it -> it.startsWith("lamps.drl:19: rule (Another lamp"));
    }

    @Test
    void aSyntaxErrorNamesItsLine() {
        book.rules(RULE.replace("Lamp( !lit )", "Lamp( !lit"));

        assertThat(book.trial().problems()).isNotEmpty().allMatch(it -> it.matches("lamps\\.drl:1[0-9]: .*"));
    }

    @Test
    void aRuleThatOnlyTheEngineReadsIsRefused() {
        book.rules(RULE
                + RULE.substring(RULE.indexOf("// A dark")).replace("rule \"A lamp is out\"", "rule 'A lamp burns'"));

        assertThat(book.trial().problems()).anyMatch(it -> it.contains("A lamp burns"));
    }

    @ParameterizedTest
    @DisplayName("rules see facts and nothing of the machine (S-13)")
    @ValueSource(
            strings = {
                "Runtime.getRuntime().exec(\"id\");",
                "java.lang.Runtime.getRuntime();",
                "proposals.change(System.getenv(\"HOME\"));",
                "proposals.change(\"a\".getClass().getName());",
                "proposals.change(new String(\"a\"));",
                "proposals.change(java.nio.file.Path.of(\"/\").toString());",
                "proposals.change(java\n.nio.file.Path.of(\"/\").toString());",
                "proposals.change(java/* . */.nio.file.Path.of(\"/\").toString());",
                "proposals.change(Thread.currentThread().getName());",
                "proposals.change(whatnow.rulebook.RuleBook.engine());",
                "proposals.change(\"\\u0022 + Runtime.getRuntime() + \\u0022\");",
                "proposals.change(\"a\"); proposals.change(\"b\");",
                "if (true) { proposals.change(\"a\"); }",
                "while (true) {}",
                "insert(new Lamp(true));",
                "drools.halt();",
                "",
            })
    void aConsequenceIsOneProposalAndNothingElse(String then) {
        book.rules(RULE.replace("proposals.change(\"bulb\");", then));

        assertThat(book.trial().book()).isEmpty();
        assertThat(book.trial().problems()).isNotEmpty().allMatch(it -> it.matches("lamps\\.drl:\\d+: .*"));
    }

    @ParameterizedTest
    @DisplayName("only classes of the product and of time may be imported (S-13)")
    @ValueSource(
            strings = {
                "import java.io.File",
                "import java.time.*",
                "import static java.lang.System.exit",
                "import function whatnow.rulebook.RuleBook.engine",
                "global java.util.List list",
                "function void f() {}",
                "declare Candle end",
                "query lamps() end",
                "dialect \"mvel\""
            })
    void aFileHoldsImportsOneGlobalAndRules(String line) {
        book.rules(RULE.replace("import whatnow.rulebook.ABook.Lamp", "import whatnow.rulebook.ABook.Lamp\n" + line));

        assertThat(book.trial().book()).isEmpty();
        assertThat(book.trial().problems()).anyMatch(it -> it.startsWith("lamps.drl:4: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    salience 10",
                "    no-loop true",
                "    agenda-group \"x\"",
                "    lock-on-active true",
                "    enabled false"
            })
    void orderBetweenRulesDoesNotExist(String attribute) {
        book.rules(RULE.replace("when\n", attribute + "\nwhen\n"));

        assertThat(book.trial().problems()).anyMatch(it -> it.startsWith("lamps.drl:12: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eval( true )", "Lamp( toString matches \".*\" )", "$l : Lamp() from proposals"})
    void logicThatNeedsItGetsANameInJava(String pattern) {
        book.rules(RULE.replace("Lamp( !lit )", pattern));

        assertThat(book.trial().problems()).anyMatch(it -> it.startsWith("lamps.drl:13: "));
    }

    @Test
    void wordsInSentencesAndCommentsAreNotCode() {
        book.rules(RULE.replace("A dark room is", "No salience, and new bulbs come from the System;"));

        assertThat(book.trial().problems()).isEmpty();
    }
}
