package whatnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With which code the verbs end, and what they leave behind. */
class KnowledgeVerbTest {

    private static final int USAGE = 2;

    @TempDir
    Path folder;

    @Test
    void anImportOfAFolderEndsWell() throws IOException {
        there("a.md", "# A\n");

        assertThat(importing("--name", "ops")).isEqualTo(Terminal.OK);
        assertThat(folder.resolve("here/ops-a.md")).exists();
    }

    @Test
    void theNameIsThatOfTheFolderUnlessItIsGiven() throws IOException {
        there("a.md", "# A\n");

        assertThat(importing()).isEqualTo(Terminal.OK);
        assertThat(folder.resolve("here/there-a.md")).exists();
    }

    @Test
    void whatWasLeftOutIsAFinding() throws IOException {
        there("a.md", "x".repeat(1024 * 1024 + 1));

        assertThat(importing()).isEqualTo(Terminal.FAILED);
    }

    @Test
    void aLocalChangeThatIsKeptIsAFinding() throws IOException {
        there("a.md", "# A\n");
        importing();
        Files.writeString(folder.resolve("here/there-a.md"), "mine\n");

        assertThat(importing()).isEqualTo(Terminal.FAILED);
        assertThat(folder.resolve("here/there-a.md")).hasContent("mine\n");
    }

    @Test
    void aFolderThatIsMissingAndANameThatIsNoSlugAreWrongUse() throws IOException {
        assertThat(Terminal.run(new String[] {
                    "knowledge", "import", folder.resolve("none").toString()
                }))
                .isEqualTo(USAGE);
        there("a.md", "# A\n");
        assertThat(importing("--name", "../x")).isEqualTo(USAGE);
    }

    @Test
    void aFolderWithoutMarkdownIsWrongUseAndIsSaidSo() throws IOException {
        Files.createDirectories(folder.resolve("there"));
        var complained = new ByteArrayOutputStream();
        var usual = System.err;
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            assertThat(importing()).isEqualTo(USAGE);
            there("a.png", "png");
            assertThat(importing()).isEqualTo(USAGE);
        } finally {
            System.setErr(usual);
        }

        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("There is no Markdown in (" + folder.resolve("there") + "). Looked for .md, ")
                .contains("Try the folder or repository that holds the runbooks.");
        assertThat(folder.resolve("here")).doesNotExist();
    }

    @Test
    void anAddressThatIsNotFetchedIsAFailure() {
        assertThat(Terminal.run(new String[] {"knowledge", "import", "ssh://example.org/a.git"}))
                .isEqualTo(Terminal.FAILED);
    }

    @Test
    void whatIsOnlyToKnowFailsNoCheckAndWhatIsToMendDoes() throws IOException {
        there("a.md", "# A\n\n[gone](gone.md)\n");
        importing();

        assertThat(checking()).isEqualTo(Terminal.OK);

        Files.writeString(folder.resolve("here/broken.md"), "no front matter\n");
        assertThat(checking()).isEqualTo(Terminal.FAILED);
    }

    private int checking() {
        return Terminal.run(new String[] {
            "knowledge",
            "check",
            "--knowledge",
            folder.resolve("here").toString(),
            "--rules",
            folder.resolve("none").toString()
        });
    }

    private int importing(String... more) {
        var arguments = new ArrayList<>(
                List.of("knowledge", "import", folder.resolve("there").toString()));
        arguments.addAll(List.of("--into", folder.resolve("here").toString()));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private void there(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve("there"));
        Files.writeString(folder.resolve("there").resolve(path), text);
    }
}
