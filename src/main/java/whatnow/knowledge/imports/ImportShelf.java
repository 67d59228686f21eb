package whatnow.knowledge.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The folder that an import is written to, and its memory: what the last import wrote. A file that is not as
 * the last import left it was changed by somebody, and stays.
 */
final class ImportShelf {

    /** What became of one file. */
    enum Fate {
        WRITTEN,
        UPDATED,
        UNCHANGED,
        /** It was changed here since the last import, or was never written by one. */
        KEPT,
        /** It was deleted here since the last import. */
        DELETED_HERE,
        /** The last import wrote it and it is no longer in the source. */
        GONE
    }

    static final String LEDGER = ".import";

    /** The only names that are ever written: of our own making, in two folders. */
    private static final Pattern NAME = Pattern.compile("(?:images/)?[a-z0-9][a-z0-9-]{0,110}\\.[a-z]{2,8}");

    private final Path folder;
    private final boolean isRehearsal;
    private final Map<String, String> before;
    private final Map<String, String> after = new TreeMap<>();
    private final Map<String, Fate> fates = new TreeMap<>();

    ImportShelf(Path folder, boolean isRehearsal) throws IOException {
        this.isRehearsal = isRehearsal;
        this.folder = folder.toAbsolutePath().normalize();
        if (Files.isSymbolicLink(this.folder)) {
            throw new IOException("The folder (%s) is a link. Try the folder that it leads to.".formatted(folder));
        }
        if (Files.isSymbolicLink(this.folder.resolve("images")) || Files.isSymbolicLink(ledger())) {
            throw new IOException("A link lies in the folder (%s) where files are to be written. Try another folder."
                    .formatted(folder));
        }
        this.before = read(ledger());
    }

    void put(String name, byte[] bytes) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("The name (%s) is not one of our making.".formatted(name));
        }
        var sha256 = sha256(bytes);
        var fate = fate(name, sha256);
        fates.put(name, fate);
        switch (fate) {
            case WRITTEN, UPDATED -> {
                write(name, bytes);
                after.put(name, sha256);
            }
            case UNCHANGED -> after.put(name, sha256);
            case KEPT, DELETED_HERE, GONE -> remember(name);
        }
    }

    /** Remembers what was put, and tells what became of each file, also of those that were not put this time. */
    Map<String, Fate> close() throws IOException {
        before.keySet().stream().filter(it -> !fates.containsKey(it)).forEach(it -> {
            if (Files.exists(folder.resolve(it), LinkOption.NOFOLLOW_LINKS)) {
                fates.put(it, Fate.GONE);
                remember(it);
            }
        });
        if (!after.equals(before)) {
            write(LEDGER, lines(after).getBytes(StandardCharsets.UTF_8));
        }
        return fates;
    }

    private void remember(String name) {
        var known = before.get(name);
        if (known != null) {
            after.put(name, known);
        }
    }

    private Fate fate(String name, String sha256) throws IOException {
        var file = folder.resolve(name);
        var known = before.getOrDefault(name, "");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return known.isEmpty() ? Fate.WRITTEN : Fate.DELETED_HERE;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Fate.KEPT;
        }
        var here = sha256(Files.readAllBytes(file));
        if (here.equals(sha256)) {
            return Fate.UNCHANGED;
        }
        return here.equals(known) ? Fate.UPDATED : Fate.KEPT;
    }

    private void write(String name, byte[] bytes) throws IOException {
        if (isRehearsal) {
            return;
        }
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var half = file.resolveSibling(".half-" + file.getFileName());
        Files.deleteIfExists(half);
        Files.write(half, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path ledger() {
        return folder.resolve(LEDGER);
    }

    private static Map<String, String> read(Path ledger) throws IOException {
        var known = new TreeMap<String, String>();
        if (!Files.isRegularFile(ledger, LinkOption.NOFOLLOW_LINKS)) {
            return known;
        }
        for (var line : Files.readAllLines(ledger)) {
            var space = line.indexOf("  ");
            if (space == 64 && NAME.matcher(line.substring(space + 2)).matches()) {
                known.put(line.substring(space + 2), line.substring(0, space));
            }
        }
        return known;
    }

    /** As {@code sha256sum} writes it, so that people can check it too. */
    private static String lines(Map<String, String> known) {
        var lines = new StringBuilder();
        known.forEach(
                (name, sha256) -> lines.append(sha256).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256; this one does not.", missing);
        }
    }
}
