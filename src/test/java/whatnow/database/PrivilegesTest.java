package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static whatnow.database.DataDirectories.answer;
import static whatnow.database.DataDirectories.execute;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How root starts a server that refuses to run as root. */
class PrivilegesTest {

    static final List<String> ALLOWED = List.of("unshare", "-U");
    static final List<String> REFUSED = List.of("false");

    @TempDir
    Path parent;

    Path data;
    Path refuge;

    @BeforeEach
    void onlyAsRoot() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "These are about root.");
        data = DataDirectories.fresh(parent);
        refuge = parent.resolve("refuge");
    }

    @Test
    void aHomeThatOnlyRootMayEnterIsGoodEnough() throws Exception {
        close(parent);

        try (var postgres = EmbeddedPostgres.start(data, it -> Privileges.choose(it, refuge, ALLOWED))) {
            assertThat(answer(postgres.application(), "select 1")).isEqualTo("1");
        }
        assertThat(refuge).doesNotExist();
    }

    @Test
    void withoutUserNamespacesAnUnprivilegedUserRunsItInTheRefuge() throws Exception {
        open(parent);
        prepareRefuge();

        try (var postgres = EmbeddedPostgres.start(data, it -> Privileges.choose(it, refuge, REFUSED))) {
            assertThat(userOf(postgres.pid())).isIn("nobody", "whatnow");
            execute(postgres.application(), "create table kept as select 42 as answer");
        }
        // What was made in the refuge stays there, also when the kernel has become more generous.
        try (var postgres = EmbeddedPostgres.start(data, it -> Privileges.choose(it, refuge, ALLOWED))) {
            assertThat(userOf(postgres.pid())).isIn("nobody", "whatnow");
            assertThat(answer(postgres.application(), "select answer from kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void aDirectoryNobodyMayEnterIsNamed() throws IOException {
        close(parent);

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, it -> Privileges.choose(it, refuge, REFUSED)))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining("cannot enter the directory (%s)".formatted(parent.toRealPath()))
                .hasMessageContaining("Start Whatnow as a normal user");
    }

    @Test
    void dataMadeElsewhereAreNotReplacedByAnEmptyDatabase() throws IOException {
        var data = DataDirectories.made(Files.createDirectory(parent.resolve("made")));

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, it -> Privileges.choose(it, refuge, REFUSED)))
                .isInstanceOf(DatabaseDidNotStart.class)
                .hasMessageContaining("belongs to root");
    }

    @Test
    void dataOfANormalUserStayTheirs() throws Exception {
        open(parent);
        var theirs = Files.createDirectory(parent.resolve("theirs"));
        open(theirs);
        var data = DataDirectories.made(theirs);
        assertThat(Command.of("chown", "-R", "nobody", data.toString()).run(10).isGood())
                .isTrue();

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(userOf(postgres.pid())).isEqualTo("nobody");
        }
        assertThat(Command.of("find", data.toString(), "!", "-user", "nobody")
                        .run(10)
                        .output())
                .isEmpty();
    }

    private void prepareRefuge() throws IOException {
        Files.createDirectories(refuge);
        open(refuge);
        var probe = Privileges.choose(data.toRealPath().resolve("postgres"), refuge, REFUSED);
        DataDirectories.link(probe.home());
    }

    private static String userOf(long pid) throws IOException {
        return Files.getOwner(Path.of("/proc/%d".formatted(pid))).getName();
    }

    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void close(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
