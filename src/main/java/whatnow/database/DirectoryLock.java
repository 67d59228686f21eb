package whatnow.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Whatnow per data directory. The kernel lets go of the lock when the process dies, however it dies.
 *
 * <p>What is held in this JVM is remembered apart: the kernel drops the lock as soon as <em>any</em> channel on the file
 * is closed by the same process, so a second attempt must not even open it.
 */
final class DirectoryLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileLock lock;

    private DirectoryLock(Path file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    static DirectoryLock take(Path directory) throws IOException {
        var file = directory.toRealPath().resolve("lock");
        if (!HELD.add(file)) {
            throw taken(directory);
        }
        try {
            return new DirectoryLock(file, lock(directory, file));
        } catch (IOException | RuntimeException failure) {
            HELD.remove(file);
            throw failure;
        }
    }

    private static FileLock lock(Path directory, Path file) throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), mode);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw taken(directory);
        }
        PrivateFiles.inheritOwner(file);
        PrivateFiles.write(
                holder(directory), Long.toString(ProcessHandle.current().pid()));
        return lock;
    }

    private static DatabaseDidNotStart taken(Path directory) {
        return new DatabaseDidNotStart(
                "Another Whatnow (process %s) uses the data directory (%s). Stop that one, or give this one a directory of its own with WHATNOW_DATA."
                        .formatted(readHolder(directory), directory.getParent()));
    }

    private static String readHolder(Path directory) {
        try {
            return Files.readString(holder(directory));
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    private static Path holder(Path directory) {
        return directory.resolve("lock.holder");
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
        HELD.remove(file);
    }
}
