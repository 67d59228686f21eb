package whatnow.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenRulesTest {

    @TempDir
    Path folder;

    @Test
    void everyRuleOfEveryBookIsReadWithWhatItCites() throws IOException {
        Files.createDirectories(folder.resolve("severity"));
        Files.writeString(folder.resolve("severity/a.drl"), """
                package rules.severity

                // Why.
                rule "The region is gone"
                    @Runbook(regional-failover#when)
                    @Rows(S1-13)
                    @Owner(team)
                when
                then
                end
                """);
        Files.writeString(folder.resolve("README.md"), "rule \"no rule\"\n");

        assertThat(WrittenRules.in(folder)).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("The region is gone");
            assertThat(it.runbook()).isEqualTo("regional-failover#when");
            assertThat(it.file()).isEqualTo("severity/a.drl");
            assertThat(it.line()).isEqualTo(4);
        });
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        assertThatThrownBy(() -> WrittenRules.in(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none");
    }
}
