package whatnow.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTestTest {

    @TempDir
    Path root;

    final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void booksThatPassEndWithZero() {
        ABook.in(root);

        assertThat(run(Optional.empty())).isEqualTo(RulesTest.PASSED);
        assertThat(lines()).containsExactly("ok     lamps: 1 rules, 2 examples");
    }

    @Test
    void aProblemEndsWithOneAndIsPrintedWithItsPlace() {
        ABook.in(root).examples(ABook.EXAMPLES.replace("lit: false", "lit: true"));

        assertThat(run(Optional.empty())).isEqualTo(RulesTest.FAILED);
        assertThat(lines())
                .contains("  lamps/lamps.examples.yaml:3: (A lamp is out: fires when the hall is dark) but the"
                        + " rule stayed quiet");
    }

    @Test
    void aFolderThatIsMissingIsAMistakeOfTheCaller() {
        assertThat(new RulesTest(List.of(ABook.LANGUAGE), _ -> true)
                        .run(root.resolve("nowhere"), Optional.empty(), new PrintStream(printed)))
                .isEqualTo(RulesTest.USAGE);
    }

    @Test
    void theReportHasACaseForEachExampleAndEscapesWhatXmlCannotHold() throws Exception {
        ABook.in(root)
                .examples(ABook.EXAMPLES
                        .replace("the hall is dark", "the <hall> & \"stairs\" are dark")
                        .replace("lit: false", "lit: true"));
        var report = root.resolve("report.xml");

        run(Optional.of(report));

        assertThat(Files.readString(report))
                .contains("<testsuite name=\"rules.lamps\" tests=\"3\" failures=\"1\">")
                .contains("fires when the &lt;hall&gt; &amp; &quot;stairs&quot; are dark")
                .containsOnlyOnce("<failure ");
    }

    private int run(Optional<Path> junit) {
        return new RulesTest(List.of(ABook.LANGUAGE), _ -> true)
                .run(root, junit, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
