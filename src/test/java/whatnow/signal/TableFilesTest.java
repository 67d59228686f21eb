package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import whatnow.rulebook.RuleShelf;
import whatnow.testkit.MovableClock;
import whatnow.testkit.ShippedRules;

/** A table somebody edited badly is refused like a rule that does not compile. */
class TableFilesTest {

    static final String BROKEN = "name,kind\nPgPrimaryDown,UNAVAILABLE\nKubePodCrashLooping,SLEEPY\n";

    @TempDir
    Path root;

    @BeforeEach
    void copyTheShippedBook() throws IOException {
        FileSystemUtils.copyRecursively(ShippedRules.FOLDER.resolve("symptoms"), root.resolve("symptoms"));
    }

    @Test
    void aBrokenTableLeavesTheOldBookInForceAndNamesTheLine() throws IOException {
        var shelf = shelf();
        shelf.reload();
        var before = shelf.book("symptoms");

        write("names.csv", BROKEN);

        assertThat(shelf.reload()).isFalse();
        assertThat(shelf.book("symptoms")).isSameAs(before);
        assertThat(shelf.problems())
                .singleElement()
                .asString()
                .startsWith("symptoms/names.csv:3: found (SLEEPY); expected one of [UNAVAILABLE,");
    }

    @Test
    void eachBrokenTableIsNamed() throws IOException {
        var shelf = shelf();

        write("names.csv", BROKEN);
        write("words.csv", "words,kind,of one instance\nransom*\n");
        shelf.reload();

        assertThat(shelf.problems())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("symptoms/names.csv:3: "),
                        second -> assertThat(second).startsWith("symptoms/words.csv:2: "));
    }

    @Test
    void aTableThatIsBrokenAtTheStartNeverComesIntoForce() throws IOException {
        write("names.csv", BROKEN);

        var shelf = shelf();

        assertThat(TableFiles.tables(shelf.book("symptoms")).rows()).isNotEmpty();
        assertThat(shelf.problems()).singleElement().asString().startsWith("symptoms/names.csv:3: ");
    }

    @Test
    void aMendedTableComesIntoForce() throws IOException {
        var shelf = shelf();
        write("names.csv", BROKEN);
        shelf.reload();

        write("names.csv", BROKEN.replace("SLEEPY", "SLOW"));

        assertThat(shelf.reload()).isTrue();
        assertThat(shelf.problems()).isEmpty();
    }

    private void write(String table, String text) throws IOException {
        Files.writeString(root.resolve("symptoms").resolve(table), text);
    }

    private RuleShelf shelf() {
        return RuleShelf.of(root, List.of(SymptomLanguage.language()), _ -> true, new MovableClock());
    }
}
