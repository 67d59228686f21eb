package whatnow.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once for each archive.
 *
 * <p>They lie in a private directory, named after the archive's SHA-256, beside the data: nobody else can swap one, a new
 * archive gets a new directory, and nothing that tidies /tmp can take them away while the server runs (S-30).
 */
record PostgresBinaries(Path root) {

    /** Path and size of every file, written last: what does not match it was damaged, and is unpacked again. */
    private static final String CONTENTS = "CONTENTS";

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    static PostgresBinaries in(Privileges privileges) throws IOException {
        return in(privileges, archive());
    }

    static PostgresBinaries in(Privileges privileges, String archive) throws IOException {
        var sha256 = sha256(archive);
        var binaries = new PostgresBinaries(privileges.home().resolve("binaries-" + sha256));
        if (!binaries.isWhole()) {
            binaries.unpack(archive, sha256, privileges);
        }
        privileges.directory(binaries.root);
        return binaries;
    }

    private boolean isWhole() throws IOException {
        var contents = root.resolve(CONTENTS);
        if (!Files.isRegularFile(contents)) {
            return false;
        }
        for (var line : Files.readAllLines(contents)) {
            var space = line.indexOf(' ');
            var file = root.resolve(line.substring(space + 1));
            if (!Files.isRegularFile(file) || Files.size(file) != Long.parseLong(line.substring(0, space))) {
                return false;
            }
        }
        return true;
    }

    private void unpack(String archive, String expected, Privileges privileges) throws IOException {
        var draft = root.resolveSibling("binaries.draft");
        PrivateFiles.deleteTree(draft);
        privileges.directory(draft);
        var digest = newDigest();
        try (var bytes = new DigestInputStream(open(archive), digest)) {
            unpack(bytes, draft);
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        var found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(expected)) {
            throw new DatabaseDidNotStart(
                    "The archive (%s) had the SHA-256 (%s) a moment ago and has (%s) now. Stop replacing the program while it starts, and start it again."
                            .formatted(archive, expected, found));
        }
        PrivateFiles.deleteTree(root);
        PrivateFiles.move(draft, root);
    }

    /** Not closed here: the caller still wants the digest of what follows the last entry. */
    @SuppressWarnings("resource")
    static void unpack(InputStream compressed, Path root) throws IOException {
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(compressed));
        var contents = new ArrayList<String>();
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            write(entry, tar, root, contents);
        }
        Files.write(root.resolve(CONTENTS), contents);
    }

    private static void write(TarArchiveEntry entry, InputStream bytes, Path root, List<String> contents)
            throws IOException {
        var target = inside(root, root.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            inside(root, target.resolveSibling(entry.getLinkName()), entry);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile() && !entry.isLink()) {
            Files.copy(bytes, target);
            var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
            contents.add("%d %s".formatted(Files.size(target), root.relativize(target)));
        } else {
            throw refused(entry, "is neither a file nor a directory nor a symbolic link");
        }
    }

    private static Path inside(Path root, Path target, TarArchiveEntry entry) {
        var normal = target.normalize();
        if (!normal.startsWith(root.normalize())) {
            throw refused(entry, "leads out of the archive");
        }
        return normal;
    }

    private static DatabaseDidNotStart refused(TarArchiveEntry entry, String why) {
        return new DatabaseDidNotStart(
                "The archive with PostgreSQL has an entry (%s) that %s. Take the archive from its publisher again."
                        .formatted(entry.getName(), why));
    }

    private static String sha256(String archive) throws IOException {
        var digest = newDigest();
        try (var bytes = new DigestInputStream(open(archive), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    private static InputStream open(String archive) {
        var stream = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new DatabaseDidNotStart(
                    "This build has no PostgreSQL for this machine: (%s) is not on the class path. Build on a machine of this kind."
                            .formatted(archive));
        }
        return stream;
    }

    /** As the publisher names them. */
    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            case String other -> other;
        };
        return "postgres-%s-%s.txz".formatted(system, processor);
    }
}
