package whatnow.database.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk in memory that is small enough to be filled. Only root mounts one, or whoever may become root unasked. */
final class SmallDisk implements AutoCloseable {

    private static final int MEBI = 1 << 20;

    private final List<String> asRoot;
    private final Path folder;
    private final Path ballast;

    private SmallDisk(List<String> asRoot, Path folder) {
        this.asRoot = asRoot;
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Empty where nobody may mount. */
    static Optional<SmallDisk> of(int mebibytes, Path folder) throws IOException {
        Files.createDirectories(folder);
        var options = "size=%dm,mode=0700,uid=%s".formatted(mebibytes, Files.getAttribute(folder, "unix:uid"));
        for (var asRoot : List.of(List.<String>of(), List.of("sudo", "-n"))) {
            if (runs(asRoot, "mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString())) {
                return Optional.of(new SmallDisk(asRoot, folder.toRealPath()));
            }
        }
        return Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /** Puts something beside the database until no more than this is left, or nothing fits. */
    void leave(long mebibytes) throws IOException {
        try (var file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var piece = ByteBuffer.allocate(MEBI / 8);
            while (folder.toFile().getUsableSpace() > mebibytes * MEBI) {
                file.write(piece.clear());
            }
        } catch (IOException full) {
            if (mebibytes > 0) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.delete(ballast);
    }

    /** Lazily, because a process that has just ended may still hold it for a moment. */
    @Override
    public void close() {
        runs(asRoot, "umount", "--lazy", folder.toString());
    }

    private static boolean runs(List<String> asRoot, String... words) {
        var command = new ArrayList<>(asRoot);
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopped));
        }
    }
}
