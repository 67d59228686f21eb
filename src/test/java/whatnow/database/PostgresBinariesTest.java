package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBinariesTest {

    @TempDir
    Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "bin/../../outside"})
    void anEntryThatLeadsOutOfTheArchiveIsRefused(String name) throws IOException {
        var archive = archiveOf(new TarArchiveEntry(name, true), "evil");
        var root = Files.createDirectory(parent.resolve("root"));

        assertThatThrownBy(() -> PostgresBinaries.unpack(new ByteArrayInputStream(archive), root))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining(name);
        assertThat(parent.resolve("outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd"})
    void aLinkThatLeadsOutOfTheArchiveIsRefused(String target) throws IOException {
        var link = new TarArchiveEntry("lib/link", TarConstants.LF_SYMLINK);
        link.setLinkName(target);
        var archive = archiveOf(link, "");

        assertThatThrownBy(() -> PostgresBinaries.unpack(new ByteArrayInputStream(archive), parent))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining("leads out");
    }

    @Test
    void linksAndTheRightToExecuteAreKept() throws IOException {
        var binaries = PostgresBinaries.in(privileges());

        assertThat(binaries.root().resolve("lib/libpq.so.5")).isSymbolicLink();
        assertThat(binaries.program("postgres")).isExecutable();
    }

    @Test
    @DisplayName("(S-30) the programs lie in a private directory that is named after their archive")
    void theDirectoryIsPrivate() throws IOException {
        var root = PostgresBinaries.in(privileges()).root();

        assertThat(EmbeddedPostgresTest.mode(root)).isEqualTo("rwx------");
        assertThat(root.getFileName().toString()).matches("binaries-[0-9a-f]{64}");
    }

    /** Something that tidies old files, or a power cut. */
    @Test
    void aDamagedProgramIsUnpackedAgain() throws IOException {
        var binaries = PostgresBinaries.in(privileges());
        var program = binaries.program("initdb");
        var size = Files.size(program);
        // Not written through: the file may be linked to the one that other tests use.
        Files.delete(program);
        Files.writeString(program, "half");

        PostgresBinaries.in(privileges());

        assertThat(program).hasSize(size);
    }

    @Test
    void aMachineWithoutAnArchiveIsToldSo() {
        assertThatThrownBy(() -> PostgresBinaries.in(privileges(), "postgres-linux-vax.txz"))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining("(postgres-linux-vax.txz) is not on the class path");
    }

    private Privileges privileges() throws IOException {
        var home = parent.resolve("postgres");
        if (!Files.exists(home)) {
            DataDirectories.link(PrivateFiles.directory(home));
        }
        return new Privileges(List.of(), home, Optional.empty());
    }

    private static byte[] archiveOf(TarArchiveEntry entry, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var content = text.getBytes(StandardCharsets.UTF_8);
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
