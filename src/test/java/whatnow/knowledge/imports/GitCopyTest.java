package whatnow.knowledge.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.knowledge.Article;
import whatnow.knowledge.foreign.Foreign;

class GitCopyTest {

    @TempDir
    Path folder;

    private Git git;

    @BeforeEach
    void makeARepository() throws Exception {
        NoSettings.use();
        git = Git.init()
                .setBare(true)
                .setInitialBranch("trunk")
                .setDirectory(folder.resolve("ops.git").toFile())
                .call();
    }

    @Test
    void theNewestCommitIsReadWithoutAWorkTree() throws Exception {
        commit("runbook.md", FileMode.REGULAR_FILE, "# Old\n");
        commit("runbook.md", FileMode.REGULAR_FILE, "# New\n");

        try (var copy = GitCopy.of(address(), "")) {
            var found = Foreign.read(copy, "ops");

            assertThat(found.problems()).isEmpty();
            assertThat(found.articles()).extracting(Article::title).containsExactly("New");
        }
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        commit("a.md", FileMode.REGULAR_FILE, "# A\n");
        var before = copies();

        GitCopy.of(address(), "").close();
        assertThatThrownBy(() -> GitCopy.of(address() + "-missing", ""))
                .isInstanceOf(GitCopy.NotFetched.class)
                .hasMessageContaining("not found. Try");

        assertThat(copies()).isEqualTo(before);
    }

    @Test
    @DisplayName("links, hooks and submodules of a repository are not followed (S-2, S-27)")
    void linksAreNotFollowed() throws Exception {
        commit("link.md", FileMode.SYMLINK, "/etc/passwd");

        try (var copy = GitCopy.of(address(), "")) {
            var found = Foreign.read(copy, "");

            assertThat(found.articles()).isEmpty();
            assertThat(found.problems()).extracting(it -> it.file()).containsExactly("link.md");
        }
    }

    @ParameterizedTest
    @DisplayName("only https and file are fetched (S-3)")
    @ValueSource(
            strings = {
                "http://example.org/a.git",
                "git://example.org/a.git",
                "ssh://example.org/a.git",
                "git@example.org:a.git",
                "ext::sh -c id",
                "file://host/a.git",
                "https://",
                "ftp://example.org/a"
            })
    void otherWaysAreRefused(String address) {
        assertThatThrownBy(() -> GitCopy.of(address, ""))
                .isInstanceOf(GitCopy.NotFetched.class)
                .hasMessageContaining("neither https:// nor file:///");
    }

    @ParameterizedTest
    @DisplayName("name and password are never shown (S-3)")
    @ValueSource(
            strings = {
                "https://me:secret@example.org/a.git",
                "https://secret@example.org/a.git",
                "https://me:secr/secret@example.org/a.git",
                "https://me:s@cret@secret@example.org/a.git",
                "HTTPS://me:secret@example.org/a.git",
                "ssh://me:secret@example.org/a.git"
            })
    void nameAndPasswordAreNeverShown(String address) {
        assertThat(GitCopy.shown("no " + address + " here"))
                .endsWith("://example.org/a.git here")
                .doesNotContain("secret");
    }

    @Test
    void anAtSignInThePathIsNoPassword() {
        assertThat(GitCopy.shown("https://example.org/a@b.git")).isEqualTo("https://example.org/a@b.git");
    }

    @Test
    void aRepositoryWithoutCommitIsSaidSo() {
        assertThatThrownBy(() -> GitCopy.of(address(), "")).isInstanceOf(GitCopy.NotFetched.class);
    }

    private String address() {
        return folder.resolve("ops.git").toUri().toString().replaceFirst("/$", "");
    }

    private static String[] copies() {
        var names =
                new File(System.getProperty("java.io.tmpdir")).list((_, name) -> name.startsWith("whatnow-import-"));
        var some = names == null ? new String[0] : names;
        Arrays.sort(some);
        return some;
    }

    private void commit(String name, FileMode mode, String text) throws IOException {
        try (var inserter = git.getRepository().newObjectInserter()) {
            var blob = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
            var tree = new TreeFormatter();
            tree.append(name, mode, blob);
            var commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            var before = git.getRepository().resolve("refs/heads/trunk");
            commit.setParentIds(before == null ? new ObjectId[0] : new ObjectId[] {before});
            commit.setAuthor(new PersonIdent("a", "a@example.org"));
            commit.setCommitter(new PersonIdent("a", "a@example.org"));
            var id = inserter.insert(commit);
            inserter.flush();
            var update = git.getRepository().updateRef("refs/heads/trunk");
            update.setNewObjectId(id);
            update.update();
        }
        Files.writeString(folder.resolve("ops.git/HEAD"), "ref: refs/heads/trunk\n");
    }
}
