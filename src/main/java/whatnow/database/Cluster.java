package whatnow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's own data directory and what lies beside it, made once. */
record Cluster(Privileges privileges, Path root) {

    private static final String MAJOR = "18";
    private static final int SECONDS = 120;

    /**
     * Small enough for a laptop. These go into the configuration file, where an operator may change them; what must hold
     * is given to the server when it starts.
     */
    private static final List<String> SETTINGS = List.of(
            "shared_buffers=64MB",
            "max_connections=60",
            "wal_level=replica",
            "max_wal_size=512MB",
            "wal_compression=on",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] %a ",
            "password_encryption=scram-sha-256");

    static Cluster in(Privileges privileges) throws IOException {
        var cluster = new Cluster(privileges, at(privileges.home()));
        privileges.directory(cluster.root.resolveSibling("."));
        privileges.directory(cluster.log());
        privileges.directory(cluster.socket());
        return cluster;
    }

    static boolean existsIn(Path home) {
        return Files.exists(at(home).resolve("PG_VERSION"));
    }

    private static Path at(Path home) {
        return home.resolve(MAJOR).resolve("cluster");
    }

    boolean exists() {
        return Files.exists(root.resolve("PG_VERSION"));
    }

    Path log() {
        return root.resolveSibling("log");
    }

    Path socket() {
        return root.resolveSibling("socket");
    }

    /** Made aside and then renamed, so that being killed on the way leaves nothing half. */
    void create(PostgresBinaries binaries, String password) throws IOException {
        var draft = root.resolveSibling("cluster.draft");
        var passwordFile = root.resolveSibling("initdb.password");
        PrivateFiles.deleteTree(draft);
        try {
            PrivateFiles.write(passwordFile, password);
            privileges.handOver(passwordFile);
            initdb(binaries, draft, passwordFile);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        PrivateFiles.move(draft, root);
    }

    /** The collation is PostgreSQL's own, so that sorting and indexes do not depend on the machine's libraries. */
    private void initdb(PostgresBinaries binaries, Path draft, Path passwordFile) {
        var words = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + Credentials.ADMINISTRATOR,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--text-search-config=english",
                "--no-instructions"));
        SETTINGS.forEach(it -> words.addAll(List.of("--set", it)));
        var outcome = privileges.command(words).run(SECONDS);
        if (!outcome.isGood()) {
            throw new DatabaseDidNotStart(
                    "The database could not be made in (%s): initdb ended with (%d) and said (%s). Maybe the disk is full or does not know Unix permissions."
                            .formatted(root, outcome.code(), lastLines(outcome.output())));
        }
    }

    private static String lastLines(String output) {
        var lines = output.lines().toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
}
