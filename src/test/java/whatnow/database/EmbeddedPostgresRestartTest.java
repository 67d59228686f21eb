package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatnow.database.DataDirectories.answer;
import static whatnow.database.DataDirectories.execute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives which death. */
class EmbeddedPostgresRestartTest {

    @TempDir
    Path parent;

    Path data;

    @BeforeEach
    void makeDirectory() throws IOException {
        data = DataDirectories.made(parent);
    }

    @Test
    void aRestartKeepsDataAndPort() throws SQLException {
        int port;
        try (var postgres = EmbeddedPostgres.start(data)) {
            port = EmbeddedPostgresTest.port(postgres);
            execute(postgres.application(), "create table kept as select 42 as answer");
        }

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(answer(postgres.application(), "select answer from kept"))
                    .isEqualTo("42");
            assertThat(EmbeddedPostgresTest.port(postgres)).isEqualTo(port);
        }
    }

    @Test
    void afterAStopNoProcessAndNoPidFileIsLeft() {
        var postgres = EmbeddedPostgres.start(data);
        var process = ProcessHandle.of(postgres.pid()).orElseThrow();

        postgres.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(Postmaster.file(DataDirectories.cluster(data))).doesNotExist();
    }

    @Test
    @DisplayName("(C-3) a server whose Whatnow was killed is adopted by the next one")
    void aServerLeftRunningIsAdopted() throws Exception {
        String ready;
        try (var other = AnotherJvm.launch(data)) {
            ready = other.line("ready");
            other.kill();
        }

        var before = System.nanoTime();
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(ready).contains("pid=%d ".formatted(postgres.pid()));
            assertThat(answer(postgres.application(), "select 1")).isEqualTo("1");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        }
        assertThat(Postmaster.file(DataDirectories.cluster(data))).doesNotExist();
    }

    @Test
    @DisplayName("(C-2) a server that was killed comes back by itself, on the same port, with what it had accepted")
    void aKilledServerComesBack() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            execute(postgres.application(), "create table kept as select 42 as answer");
            var login = postgres.application();

            ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();

            assertThat(eventually(login, "select answer from kept")).isEqualTo("42");
        }
        assertThat(Postmaster.file(DataDirectories.cluster(data))).doesNotExist();
    }

    @Test
    void aPidFileThatNamesAStrangerDoesNotStopTheStart() throws Exception {
        leavePidFile(ProcessHandle.current().pid());

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(answer(postgres.application(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aPidFileThatNamesNobodyDoesNotStopTheStart() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        leavePidFile(gone.pid());

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(answer(postgres.application(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aPortTakenMeanwhileIsNotWaitedFor() throws Exception {
        EmbeddedPostgres.start(data).close();
        var port = ServerRecord.in(data).port();

        try (var taken = new java.net.ServerSocket(port, 1, java.net.InetAddress.ofLiteral("127.0.0.1"));
                var postgres = EmbeddedPostgres.start(data)) {
            assertThat(EmbeddedPostgresTest.port(postgres)).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void aFirstStartThatWasKilledLeavesNothingHalf(@TempDir Path elsewhere) throws Exception {
        var data = DataDirectories.fresh(elsewhere);
        var draft = PrivateFiles.directory(data.resolve("postgres/18/cluster.draft/base"));
        Files.writeString(draft.resolveSibling("PG_VERSION"), "18");

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(answer(postgres.application(), "select 1")).isEqualTo("1");
        }
    }

    /** Say, because the data directory was moved and the database lies in the refuge of the old name. */
    @Test
    void aDatabaseThatIsGoneIsNotReplacedByAnEmptyOne() throws IOException {
        PrivateFiles.deleteTree(DataDirectories.cluster(data));

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining("where there is none");
    }

    /** A backup restored without the credentials beside it. */
    @Test
    void aLostPasswordIsNamedAndNotReplaced() throws IOException {
        var password = data.resolve("credentials/database-administrator.password");
        Files.delete(password);

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining(password.getFileName().toString());
        assertThat(password).doesNotExist();
    }

    private void leavePidFile(long pid) throws IOException {
        var cluster = DataDirectories.cluster(data).toRealPath();
        var lines =
                List.of(Long.toString(pid), cluster.toString(), "1700000000", "5432", "", "127.0.0.1", "0 0", "ready");
        Files.write(Postmaster.file(cluster), lines);
    }

    private static String eventually(Login login, String question) throws Exception {
        for (var attempt = 0; attempt < 100; attempt++) {
            try {
                return answer(login, question);
            } catch (SQLException notYet) {
                Thread.sleep(200);
            }
        }
        return answer(login, question);
    }
}
