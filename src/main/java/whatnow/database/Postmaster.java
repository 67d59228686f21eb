package whatnow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What {@code postmaster.pid} says about the server of a cluster: one line each for pid, directory, start, port, ... */
record Postmaster(Path cluster, long pid, int port, String status) {

    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty also while the server is still writing the file. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            return parse(cluster, Files.readAllLines(file(cluster)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static Optional<Postmaster> parse(Path cluster, List<String> lines) {
        try {
            var port = lines.size() > PORT ? Integer.parseInt(lines.get(PORT).strip()) : 0;
            var status = lines.size() > STATUS ? lines.get(STATUS).strip() : "";
            return Optional.of(
                    new Postmaster(cluster, Long.parseLong(lines.getFirst().strip()), port, status));
        } catch (NumberFormatException | NoSuchElementException unfinished) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    /**
     * Whether the process with this number is the server of this cluster, and not a stranger that was given the same
     * number after a reboot. The command line names the directory; the working directory is it, also after a move.
     */
    boolean isServer() {
        return process().filter(it -> namesCluster(it) || worksInCluster()).isPresent();
    }

    private boolean namesCluster(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(cluster.toString());
    }

    private boolean worksInCluster() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/%d/cwd".formatted(pid)))
                    .equals(cluster.toRealPath());
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }
}
