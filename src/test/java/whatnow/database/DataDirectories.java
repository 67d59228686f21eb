package whatnow.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data directories for tests that need one of their own. */
final class DataDirectories {

    private static final Path UNPACKED = Path.of("target/unpacked-postgres").toAbsolutePath();

    /** The programs are linked and not unpacked each time; everything else is as on a first start. */
    static Path fresh(Path parent) throws IOException {
        var home = PrivateFiles.directory(parent.resolve("data").resolve("postgres"));
        link(home);
        return home.getParent();
    }

    static void link(Path home) throws IOException {
        PrivateFiles.directory(UNPACKED);
        PostgresBinaries.in(new Privileges(java.util.List.of(), UNPACKED, java.util.Optional.empty()));
        var copy = Command.of("sh", "-c", "cp -al \"$1\"/binaries-* \"$2\" 2>/dev/null || cp -a \"$1\"/binaries-* \"$2\"", "sh", UNPACKED.toString(), home.toString());
        assertThat(copy.run(60).isGood()).isTrue();
    }

    static Path cluster(Path data) {
        return data.resolve("postgres/18/cluster");
    }

    static void configure(Path data, String line) throws IOException {
        Files.writeString(cluster(data).resolve("postgresql.auto.conf"), line + "\n");
    }

    static void execute(Login login, String statement) throws java.sql.SQLException {
        try (var connection = login.connect();
                var once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    static String answer(Login login, String question) throws java.sql.SQLException {
        try (var connection = login.connect();
                var once = connection.createStatement();
                var row = once.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private DataDirectories() {}
}
