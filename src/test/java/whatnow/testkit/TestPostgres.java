package whatnow.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import whatnow.database.DatabaseDidNotStart;
import whatnow.database.EmbeddedPostgres;
import whatnow.database.Login;

/**
 * One PostgreSQL for all tests of a run, started by the product's own launcher on first use.
 *
 * <p>Migrations run once, into a template; every test gets a copy of it, which is quicker than migrating and cleaner than
 * deleting. The directory outlives the run, so the next one starts in a fraction of a second; it also adopts a server that
 * a killed run left behind.
 */
public final class TestPostgres {

    private static final Path TARGET = Path.of("target");
    private static final String TEMPLATE = "test_template";
    private static final int CONNECTIONS = 4;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Queue<HikariDataSource> POOLS = new ConcurrentLinkedQueue<>();

    /** A fresh, migrated database. Its connections are few and close by themselves when idle. */
    public static DataSource dataSource() {
        var login = login();
        var config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        var pool = new HikariDataSource(config);
        POOLS.add(pool);
        return pool;
    }

    /** A fresh, migrated database, for tests that only ask it. */
    public static JdbcClient client() {
        return JdbcClient.create(dataSource());
    }

    /** A fresh, migrated database, for tests that make the pool themselves. */
    public static Login login() {
        return Server.copyOfTemplate();
    }

    /** For tests that start the application: it finds a fresh database instead of launching a server. */
    public static void register(DynamicPropertyRegistry registry) {
        var login = login();
        registry.add("spring.datasource.url", login::url);
        registry.add("spring.datasource.username", login::user);
        registry.add("spring.datasource.password", login::password);
    }

    /**
     * Makes a database as good as new, history and all, but for some tables. Only the administrator can, and only while
     * nobody else is at work in it: whoever reads two tables in one transaction and this wait for each other.
     */
    public static void empty(Login database, String... kept) {
        var name = database.url().replaceFirst("^.*/([^/?]+)\\?.*$", "$1");
        Server.empty(name, List.of(kept));
    }

    /** Loaded on first use, which also makes the start happen once. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Server::stop));
            dropLeftovers();
            execute("create database %s owner whatnow".formatted(TEMPLATE));
            var template = in(TEMPLATE);
            Flyway.configure()
                    .dataSource(template.url(), template.user(), template.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }

        /** A second run at the same time, say from an editor, gets a directory of its own. */
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start(TARGET.resolve("test-postgres"));
            } catch (DatabaseDidNotStart taken) {
                var pid = ProcessHandle.current().pid();
                return EmbeddedPostgres.start(TARGET.resolve("test-postgres-" + pid));
            }
        }

        private static void stop() {
            POOLS.forEach(HikariDataSource::close);
            POSTGRES.close();
        }

        static Login copyOfTemplate() {
            var name = "test_" + NUMBER.incrementAndGet();
            execute("create database %s template %s owner whatnow".formatted(name, TEMPLATE));
            return in(name);
        }

        private static Login in(String database) {
            var login = POSTGRES.application();
            return new Login(login.url().replace("/whatnow?", "/" + database + "?"), login.user(), login.password());
        }

        static void empty(String database, List<String> kept) {
            administer(database, once -> {
                var tables = texts(once, "select tablename from pg_tables where schemaname = 'public'");
                tables.removeAll(kept);
                once.execute("set session_replication_role = replica");
                once.execute("truncate " + String.join(", ", tables));
            });
        }

        private static void dropLeftovers() {
            administer("postgres", once -> {
                for (var name : texts(once, "select datname from pg_database where datname like 'test\\_%'")) {
                    once.execute("drop database %s with (force)".formatted(name));
                }
            });
        }

        private static void execute(String statement) {
            administer("postgres", once -> once.execute(statement));
        }

        private static List<String> texts(Statement once, String query) throws SQLException {
            try (var rows = once.executeQuery(query)) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }

        /** What the administrator does in a database, on a connection of its own. */
        private static void administer(String database, Work work) {
            var administrator = POSTGRES.administrator(database);
            try (var connection = DriverManager.getConnection(
                            administrator.url(), administrator.user(), administrator.password());
                    var once = connection.createStatement()) {
                work.with(once);
            } catch (SQLException failure) {
                throw new IllegalStateException(
                        "The administrator could not do its work in (%s).".formatted(database), failure);
            }
        }

        private interface Work {
            void with(Statement once) throws SQLException;
        }
    }

    private TestPostgres() {}
}
