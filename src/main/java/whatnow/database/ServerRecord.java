package whatnow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        if (!Files.exists(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream()
                .filter(it -> it.matches("port=\\d{1,5}"))
                .mapToInt(it -> Integer.parseInt(it.substring("port=".length())))
                .findFirst()
                .orElse(0);
    }
}
