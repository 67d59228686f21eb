package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatnow.database.DataDirectories.answer;
import static whatnow.database.DataDirectories.execute;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds while the server runs. */
class EmbeddedPostgresTest {

    @TempDir
    static Path parent;

    static Path data;
    static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        data = DataDirectories.fresh(parent);
        postgres = EmbeddedPostgres.start(data);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void aFreshStartAnswersStatements() throws SQLException {
        assertThat(answer(postgres.application(), "show server_version")).startsWith("18.");
    }

    @Test
    @DisplayName("(C-4) every setting that keeps what was accepted is on")
    void whatWasAcceptedIsKept() throws SQLException {
        try (var connection = postgres.application().connect()) {
            assertThat(Durability.faults(connection)).isEmpty();
        }
    }

    @Test
    @DisplayName("(S-30) nobody else may look into the directories or read the passwords")
    void directoriesAreClosedToOthers() throws IOException {
        try (var paths = Files.walk(data, 3)) {
            var open = paths.filter(Files::isDirectory)
                    .filter(it -> !it.toString().matches(".*/binaries-[0-9a-f]{64}/.*"))
                    .filter(it -> !mode(it).equals("rwx------"));
            // The data directory itself was made by the test; its contents are what counts.
            assertThat(open).isEmpty();
        }
        assertThat(mode(data.resolve("credentials/database.password"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("credentials/database-administrator.password")))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("(S-30) a wrong password is refused for both roles")
    void aWrongPasswordIsRefused() {
        var application = postgres.application();
        var administrator = postgres.administrator("postgres");

        assertThatThrownBy(() -> new Login(application.url(), application.user(), "guess").connect())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> new Login(administrator.url(), administrator.user(), "").connect())
                .isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("(S-30) passwords are stored as scram and no line of pg_hba trusts anyone")
    void nobodyIsTrusted() throws SQLException {
        var administrator = postgres.administrator("postgres");

        assertThat(answer(administrator, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(answer(
                        administrator,
                        "select bool_and(rolpassword like 'SCRAM-SHA-256$%') from pg_authid where rolcanlogin"))
                .isEqualTo("t");
    }

    @Test
    @DisplayName("(S-30) no address but the loopback one is listened on")
    void onlyThisMachineCanConnect() throws java.net.SocketException {
        var port = port(postgres);

        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> !it.isLoopbackAddress());

        assertThat(others).noneMatch(it -> connects(new InetSocketAddress(it, port)));
    }

    private static boolean connects(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void theApplicationIsNoSuperuser() {
        assertThatThrownBy(() -> execute(postgres.application(), "copy (select 1) to program 'true'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theApplicationMayCreateTheExtensionsItNeeds() throws SQLException {
        execute(postgres.application(), "create extension if not exists pg_trgm");

        assertThat(answer(postgres.application(), "select similarity('ledger', 'ledgre') > 0.3"))
                .isEqualTo("t");
    }

    @Test
    void processPortAndDirectoryAreWrittenDown() throws IOException {
        assertThat(data.resolve("postgres/server"))
                .content()
                .contains("pid=" + postgres.pid())
                .contains("port=" + port(postgres))
                .contains("directory=" + DataDirectories.cluster(data).toRealPath());
    }

    @Test
    void aSecondLauncherInTheSameProcessIsRefusedAndHarmsNothing() throws Exception {
        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining("Another Whatnow (process %d)"
                        .formatted(ProcessHandle.current().pid()));

        try (var other = AnotherJvm.launch(data)) {
            assertThat(other.line("refused")).contains("Another Whatnow");
        }
        assertThat(answer(postgres.application(), "select 1")).isEqualTo("1");
    }

    @Test
    void thePasswordIsInNoText() {
        assertThat(postgres.application().toString())
                .doesNotContain(postgres.application().password());
    }

    static int port(EmbeddedPostgres postgres) {
        return URI.create(postgres.application().url().substring("jdbc:".length()))
                .getPort();
    }

    static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
