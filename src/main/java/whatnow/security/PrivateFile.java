package whatnow.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that no other local user may read. The mode is set before the first byte. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ENTERS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_READS = PosixFilePermissions.fromString("rw-------");

    static void write(Path file, byte[] content) throws IOException {
        var folder = file.toAbsolutePath().resolveSibling(".");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ENTERS));
        }
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_READS));
        Files.write(draft, content, StandardOpenOption.SYNC);
        Files.setOwner(draft, Files.getOwner(folder));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private PrivateFile() {}
}
