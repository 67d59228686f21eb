package whatnow.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach one database as one role. */
public record Login(String url, String user, String password) {

    /**
     * Waits are short because the server is on this machine: one that does not answer for ten seconds is treated as
     * away, so that threads do not pile up behind it (C-6).
     */
    static Login of(int port, String database, String user, String password) {
        var url =
                "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=whatnow&connectTimeout=5&loginTimeout=10&socketTimeout=10&tcpKeepAlive=true&sslmode=disable"
                        .formatted(port, database);
        return new Login(url, user, password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password: this lands in logs. */
    @Override
    public String toString() {
        return "Login[%s as %s]".formatted(url, user);
    }
}
