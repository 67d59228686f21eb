package whatnow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the server was last seen, for people with a database tool and for taking the same port again. */
record ServerRecord(Path file) {

    static ServerRecord in(Path data) {
        return new ServerRecord(data.resolve("postgres").resolve("server"));
    }

    void write(Postmaster server) throws IOException {
        PrivateFiles.write(
                file, "pid=%d%nport=%d%ndirectory=%s%n".formatted(server.pid(), server.port(), server.cluster()));
    }

    /** Zero when nothing is known. */
    int port() throws IOException {
        return value("port")
                .filter(it -> it.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** A database that was here and is not must be looked for, and never be replaced by an empty one. */
    void insistThatNothingIsLost(Cluster cluster) throws IOException {
        var known = value("directory");
        if (known.isPresent() && !cluster.exists()) {
            throw new DatabaseDidNotStart(
                    "The database was in (%s) and is expected in (%s), where there is none. Put it back from there or from a backup, or delete (%s) to begin with an empty one."
                            .formatted(known.get(), cluster.root(), file));
        }
    }

    private Optional<String> value(String key) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .filter(it -> it.startsWith(key + "="))
                .map(it -> it.substring(key.length() + 1))
                .findFirst();
    }
}
