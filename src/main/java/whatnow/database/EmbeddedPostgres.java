package whatnow.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL under the data directory, so that the product needs no installation and the same statements run
 * everywhere.
 *
 * <p>It is ours from {@link #start} to {@link #close}: when it dies in between it is started again on the same port, and
 * the pool finds it there (C-2).
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(2);
    /** Once a minute: what keeps it from starting may be a full disk, and the log may lie on that. */
    private static final int RESTARTS_BETWEEN_WORDS = 30;

    private final DirectoryLock lock;
    private final PostgresServer server;
    private final Credentials credentials;
    private final Readiness readiness;
    private final ServerRecord record;

    private volatile Postmaster running;
    private volatile boolean closing;

    private EmbeddedPostgres(Path data, Privileges privileges, DirectoryLock lock)
            throws IOException, SQLException, InterruptedException {
        var cluster = Cluster.in(privileges);
        var binaries = PostgresBinaries.in(privileges);
        this.lock = lock;
        this.record = ServerRecord.in(data);
        record.insistThatNothingIsLost(cluster);
        this.credentials = Credentials.in(data, cluster.exists());
        if (!cluster.exists()) {
            cluster.create(binaries, credentials.administrator());
        }
        this.server = new PostgresServer(cluster, binaries);
        this.readiness = new Readiness(cluster, credentials);
        this.running = accept(server.adoptOrStart(record.port()));
        watch();
    }

    /**
     * Starts the server of this data directory, or adopts it if it runs already. The first start makes it.
     *
     * @throws DatabaseDidNotStart with words for a person
     */
    public static EmbeddedPostgres start(Path data) {
        return start(data, Privileges::choose);
    }

    static EmbeddedPostgres start(Path data, Chooser chooser) {
        try {
            var directory = data.toAbsolutePath().normalize();
            if (!Files.isDirectory(directory)) {
                PrivateFiles.directory(directory);
            }
            return startIn(directory.toRealPath(), chooser);
        } catch (AccessDeniedException denied) {
            throw new DatabaseDidNotStart(
                    "The data directory (%s) holds something (%s) that this user may not use. Start Whatnow as the user who made it, or set WHATNOW_DATA to a directory of your own."
                            .formatted(data, denied.getFile()),
                    denied);
        } catch (IOException | SQLException failure) {
            throw new DatabaseDidNotStart(
                    "The database under (%s) could not be started: (%s).".formatted(data, failure), failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DatabaseDidNotStart("The start was interrupted.", interruption);
        }
    }

    /** Decides as whom the server runs, given the directory it would like to live in. */
    interface Chooser {
        Privileges choose(Path home) throws IOException;
    }

    private static EmbeddedPostgres startIn(Path data, Chooser chooser)
            throws IOException, SQLException, InterruptedException {
        var home = PrivateFiles.directory(data.resolve("postgres"));
        PrivateFiles.inheritOwner(home);
        var lock = DirectoryLock.take(home);
        try {
            return new EmbeddedPostgres(data, chooser.choose(home), lock);
        } catch (IOException | SQLException | RuntimeException | InterruptedException failure) {
            lock.close();
            throw failure;
        }
    }

    /** The role of the application: it owns its database and may do nothing else. */
    public Login application() {
        return credentials.application(running.port());
    }

    /** The role that may do everything. For backups and test kits, never for requests. */
    public Login administrator(String database) {
        return credentials.administrator(running.port(), database);
    }

    /** Where the server writes, which need not be under the data directory when root runs it. */
    public Path cluster() {
        return running.cluster();
    }

    /** The number of the server's process. */
    public long pid() {
        return running.pid();
    }

    /** To be called after the last connection was closed; one that is still open is cut. */
    @Override
    public void close() {
        closing = true;
        try {
            stopAndLetGo();
        } catch (IOException failure) {
            LOG.warn("The lock of the data directory could not be let go of; it ends with this process.", failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stopAndLetGo() throws IOException, InterruptedException {
        server.stop(running);
        lock.close();
    }

    /** A server that is not as it must be is stopped again: it is ours, and nobody else would. */
    private Postmaster accept(Postmaster candidate) throws IOException, SQLException, InterruptedException {
        try {
            readiness.insist(candidate.port());
            record.write(candidate);
            return candidate;
        } catch (IOException | SQLException | RuntimeException failure) {
            server.stop(candidate);
            throw failure;
        }
    }

    /** A thread of its own, because the one that tells of the end must not be kept waiting. */
    private void watch() {
        var watched = running;
        Thread.ofPlatform().daemon().name("postgres-watch").start(() -> {
            watched.process().ifPresent(it -> it.onExit().join());
            restart();
        });
    }

    private void restart() {
        if (!closing) {
            LOG.error("PostgreSQL (process {}) ended by itself. Starting it again.", running.pid());
        }
        try {
            for (var attempt = 0; !restarted(attempt); attempt++) {
                Thread.sleep(BETWEEN_RESTARTS);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean restarted(int attempt) throws InterruptedException {
        if (closing) {
            return true;
        }
        try {
            running = accept(server.startAt(running.port()));
            LOG.info("PostgreSQL runs again (process {}).", running.pid());
            watch();
            return true;
        } catch (IOException | SQLException | RuntimeException failure) {
            if (attempt % RESTARTS_BETWEEN_WORDS == 0) {
                LOG.error("PostgreSQL could not be started again; it is tried every two seconds.", failure);
            }
            return false;
        }
    }
}
