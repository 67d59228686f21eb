package whatnow.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process: started as a child of ours, or adopted when an earlier Whatnow was killed and left it running
 * (C-3).
 */
final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private static final int PORTS = 3;
    private static final Duration READY = Duration.ofMinutes(5);
    private static final Duration LEFTOVERS = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int SECONDS_FOR_FAST_STOP = 30;
    private static final int SECONDS_FOR_IMMEDIATE_STOP = 10;
    /** The kernel's limit is 107 bytes for the whole name of the socket. */
    private static final int LONGEST_SOCKET_DIRECTORY = 85;

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final Cluster cluster;
    private final PostgresBinaries binaries;

    PostgresServer(Cluster cluster, PostgresBinaries binaries) {
        this.cluster = cluster;
        this.binaries = binaries;
    }

    /** @param remembered the port of last time, taken again when it is free, so that what was written down stays true */
    Postmaster adoptOrStart(int remembered) throws IOException, InterruptedException {
        var found = Postmaster.of(cluster.root());
        if (found.isPresent() && found.get().isServer()) {
            var adopted = waitUntilReady(found.get().pid());
            if (adopted.isPresent()) {
                LOG.info(
                        "Adopted the PostgreSQL (process {}) that was still running.",
                        adopted.get().pid());
                return adopted.get();
            }
        }
        return start(remembered);
    }

    private Postmaster start(int remembered) throws IOException, InterruptedException {
        var port = isFree(remembered) ? remembered : freePort();
        for (var attempt = 1; attempt < PORTS; attempt++) {
            try {
                return startAt(port);
            } catch (PortTaken _) {
                port = freePort();
            }
        }
        return startAt(port);
    }

    /** On this port and no other, because a pool already knows it. */
    Postmaster startAt(int port) throws IOException, InterruptedException {
        var giveUp = System.nanoTime() + LEFTOVERS.toNanos();
        while (true) {
            removeStalePidFile();
            var ready = waitUntilReady(launch(port).pid());
            if (ready.isPresent()) {
                return ready.get();
            }
            var said = lastWords();
            if (said.contains("could not create any TCP/IP sockets")) {
                throw new PortTaken(port);
            }
            var isLeftover = said.contains("still in use") || said.contains("already exists");
            if (!isLeftover || System.nanoTime() > giveUp) {
                throw new DatabaseDidNotStart(
                        "PostgreSQL did not start in (%s). Its last words were (%s). More is in (%s)."
                                .formatted(cluster.root(), said, cluster.log()));
            }
            // After the server was killed its workers need a moment to notice and let go of the shared memory.
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private static final class PortTaken extends RuntimeException {

        PortTaken(int port) {
            super("The port (%d) is taken by another program.".formatted(port));
        }
    }

    /** Fast first: open transactions are rolled back. Immediate second: the next start recovers from the log. */
    void stop(Postmaster server) throws InterruptedException {
        var process = server.process().filter(_ -> server.isServer());
        if (process.isEmpty()) {
            return;
        }
        signal("INT", server.pid());
        if (!ended(process.get(), SECONDS_FOR_FAST_STOP)) {
            signal("QUIT", server.pid());
            if (!ended(process.get(), SECONDS_FOR_IMMEDIATE_STOP)) {
                LOG.warn(
                        "PostgreSQL (process {}) did not end. Nothing is lost; the next start adopts it.",
                        server.pid());
            }
        }
    }

    private Process launch(int port) throws IOException {
        var words = new ArrayList<>(sessionOfItsOwn());
        words.addAll(cluster.privileges().prefix());
        words.addAll(List.of(
                binaries.program("postgres").toString(), "-D", cluster.root().toString()));
        settings(port).forEach(it -> words.addAll(List.of("-c", it)));
        var output = cluster.log().resolve("start.log");
        PrivateFiles.write(output, "");
        // A file and no pipe: the server outlives us when we are killed, and must not die of writing to nobody.
        return Command.clean(new ProcessBuilder(words))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .start();
    }

    /** What must hold whatever the configuration file says. The logs fill one file per weekday, then the oldest again. */
    private List<String> settings(int port) {
        var socket = cluster.socket().toString();
        var fits = socket.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_DIRECTORY;
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=" + (fits ? socket : ""),
                "unix_socket_permissions=0700",
                "logging_collector=on",
                "log_directory=" + cluster.log(),
                "log_filename=postgres-%a.log",
                "log_rotation_age=1d",
                "log_rotation_size=0",
                "log_truncate_on_rotation=on",
                "log_file_mode=0600",
                "log_checkpoints=off");
    }

    /** Without it, Ctrl-C in a terminal stops the server together with us, before the pool has been closed. */
    private static List<String> sessionOfItsOwn() {
        return Command.of("setsid", "true").run(SECONDS_FOR_IMMEDIATE_STOP).isGood() ? List.of("setsid") : List.of();
    }

    /** Empty when the process ended instead. Recovery after a crash may take long, and is waited for. */
    private Optional<Postmaster> waitUntilReady(long pid) throws IOException, InterruptedException {
        var giveUp = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < giveUp) {
            var alive = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
            var server = Postmaster.of(cluster.root()).filter(it -> it.pid() == pid && it.isReady());
            if (!alive) {
                return Optional.empty();
            }
            if (server.isPresent()) {
                return server;
            }
            Thread.sleep(POLL);
        }
        throw new DatabaseDidNotStart(
                "PostgreSQL (process %d) runs but was not ready after (%s). Maybe it is recovering from a crash: see (%s) and start again."
                        .formatted(pid, READY, cluster.log()));
    }

    /** Only when the number belongs to a stranger; of a number nobody has, PostgreSQL takes care with better checks. */
    private void removeStalePidFile() throws IOException {
        var found = Postmaster.of(cluster.root());
        if (found.isPresent()
                && found.get().process().isPresent()
                && !found.get().isServer()) {
            LOG.info(
                    "Removed the stale pid file: process {} is not PostgreSQL.",
                    found.get().pid());
            Files.delete(Postmaster.file(cluster.root()));
        }
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(cluster.log().resolve("start.log"), StandardCharsets.ISO_8859_1);
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    /** By the shell's own kill: it is everywhere, while Java can send neither of the two signals we need. */
    private static void signal(String name, long pid) {
        Command.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid))
                .run(SECONDS_FOR_IMMEDIATE_STOP);
    }

    /** Looked at often, because for a process that is not our child Java itself looks only every second or so. */
    private static boolean ended(ProcessHandle process, int seconds) throws InterruptedException {
        var giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (process.isAlive() && System.nanoTime() < giveUp) {
            Thread.sleep(POLL);
        }
        return !process.isAlive();
    }

    private static boolean isFree(int port) {
        if (port <= 0) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }
}
