package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Data directories for tests that need one of their own. */
final class DataDirectories {

    private static final String COPY = "cp -al \"$1\"/binaries-* \"$2\" 2>/dev/null || cp -a \"$1\"/binaries-* \"$2\"";

    /** The programs are linked and not unpacked each time; everything else is as on a first start. */
    static Path fresh(Path parent) throws IOException {
        var data = PrivateFiles.directory(parent.resolve("data"));
        link(PrivateFiles.directory(data.resolve("postgres")));
        return data;
    }

    static void link(Path home) throws IOException {
        var copy = Command.of("sh", "-c", COPY, "sh", Unpacked.HOME.toString(), home.toString());
        assertThat(copy.run(60).isGood()).isTrue();
    }

    private static final class Unpacked {

        static final Path HOME = unpack();

        private static Path unpack() {
            try {
                var home = PrivateFiles.directory(
                        Path.of("target/unpacked-postgres").toAbsolutePath());
                PostgresBinaries.in(new Privileges(List.of(), home, Optional.empty()));
                return home;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** A database that was made once and is copied, for tests that are not about the first start. */
    static Path made(Path parent) throws IOException {
        var data = fresh(parent);
        var copy = Command.of(
                "cp",
                "-a",
                Made.DATA.resolve("postgres/18").toString(),
                data.resolve("postgres").toString());
        assertThat(copy.run(60).isGood()).isTrue();
        var credentials =
                Command.of("cp", "-a", Made.DATA.resolve("credentials").toString(), data.toString());
        assertThat(credentials.run(60).isGood()).isTrue();
        Files.copy(Made.DATA.resolve("postgres/server"), data.resolve("postgres/server"));
        return data;
    }

    private static final class Made {

        static final Path DATA = make();

        private static Path make() {
            try {
                var parent = Path.of("target/made-postgres").toAbsolutePath();
                PrivateFiles.deleteTree(parent);
                var data = fresh(PrivateFiles.directory(parent));
                EmbeddedPostgres.start(data).close();
                return data;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    static Path cluster(Path data) {
        return data.resolve("postgres/18/cluster");
    }

    static void configure(Path data, String line) throws IOException {
        Files.writeString(cluster(data).resolve("postgresql.auto.conf"), line + "\n");
    }

    static void execute(Login login, String statement) throws SQLException {
        try (var connection = login.connect();
                var once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    static String answer(Login login, String question) throws SQLException {
        try (var connection = login.connect();
                var once = connection.createStatement();
                var row = once.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private DataDirectories() {}
}
