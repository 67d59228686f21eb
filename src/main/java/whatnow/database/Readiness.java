package whatnow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What must be so before the application may use the embedded server. */
final class Readiness {

    private final Cluster cluster;
    private final Credentials credentials;

    Readiness(Cluster cluster, Credentials credentials) {
        this.cluster = cluster;
        this.credentials = credentials;
    }

    void insist(int port) throws SQLException, IOException {
        try (var connection = credentials.administrator(port, "postgres").connect()) {
            insistOnDirectory(connection);
            makeDatabase(connection);
        }
        try (var connection = credentials.application(port).connect()) {
            insistOnDurability(connection);
        }
    }

    /** Another server may have got the port while ours was away. */
    private void insistOnDirectory(Connection connection) throws SQLException, IOException {
        var found = Path.of(answer(connection, "show data_directory"));
        if (!Files.isSameFile(found, cluster.root())) {
            throw new DatabaseDidNotStart(
                    "The server that answers works in (%s), expected (%s). Stop that one and start Whatnow again."
                            .formatted(found, cluster.root()));
        }
    }

    /** At every start, so that a first start that was killed half-way is finished by the second. */
    private void makeDatabase(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (answer(connection, "select count(*) from pg_roles where rolname = 'whatnow'")
                    .equals("0")) {
                statement.execute("create role whatnow login");
            }
            statement.execute("alter role whatnow password '%s'".formatted(credentials.application()));
            if (answer(connection, "select count(*) from pg_database where datname = 'whatnow'")
                    .equals("0")) {
                statement.execute("create database whatnow owner whatnow");
            }
            statement.execute("revoke all on database whatnow from public");
        }
    }

    private void insistOnDurability(Connection connection) throws SQLException {
        var faults = Durability.faults(connection);
        if (!faults.isEmpty()) {
            throw new DatabaseDidNotStart(
                    "This database could lose what it has accepted: %s. Take that out of (postgresql.conf) and (postgresql.auto.conf) in (%s), then start again."
                            .formatted(String.join("; ", faults), cluster.root()));
        }
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
