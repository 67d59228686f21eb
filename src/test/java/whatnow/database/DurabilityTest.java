package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTest {

    @TempDir
    static Path parent;

    static Path data;

    @BeforeAll
    static void makeDirectory() throws IOException {
        data = DataDirectories.made(parent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    @DisplayName("(C-4) a server that could lose what it accepted is refused, stopped, and the setting is named")
    void aForgetfulServerIsRefused(String setting) throws IOException {
        DataDirectories.configure(data, setting + " = off");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining("%s is (off), expected (on)".formatted(setting));
        assertThat(Postmaster.file(DataDirectories.cluster(data))).doesNotExist();
    }

    @Test
    @DisplayName("(C-4) a server that cannot notice rotten pages is refused")
    void aServerWithoutChecksumsIsRefused(@TempDir Path elsewhere) throws IOException {
        var data = DataDirectories.fresh(elsewhere);
        makeClusterWithoutChecksums(data.toRealPath());

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining("data_checksums is (off)");
    }

    private static void makeClusterWithoutChecksums(Path data) throws IOException {
        var privileges = Privileges.choose(data.resolve("postgres"));
        var cluster = Cluster.in(privileges);
        var password = data.resolve("password");
        Files.writeString(password, Credentials.in(data, false).administrator());
        var made = privileges
                .command(List.of(
                        PostgresBinaries.in(privileges).program("initdb").toString(),
                        "--no-data-checksums",
                        "--auth=scram-sha-256",
                        "--username=postgres",
                        "--pwfile=" + password,
                        "--pgdata=" + cluster.root()))
                .run(60);
        assertThat(made.isGood()).as(made.output()).isTrue();
    }
}
