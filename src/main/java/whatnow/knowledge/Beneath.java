package whatnow.knowledge;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Set;

/**
 * Reads a file below a folder so that whoever swaps a folder or a file for a link meanwhile wins nothing.
 *
 * <p>Links are followed once, and what they lead to must lie in the folder. From then on every step down takes the very
 * folder that the step before has opened and refuses links.
 */
final class Beneath {

    private static final Set<java.nio.file.OpenOption> READ =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /** At most so many bytes of it. */
    static byte[] read(Path folder, String path, int most) throws IOException {
        var root = folder.toRealPath();
        var file = root.resolve(path).toRealPath();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("The file (%s) lies outside the folder.".formatted(path));
        }
        return readReal(root, root.relativize(file), most);
    }

    /** @param file of which no part may be a link */
    static byte[] readReal(Path root, Path file, int most) throws IOException {
        try (var stream = Files.newDirectoryStream(root)) {
            if (stream instanceof SecureDirectoryStream<Path> folder) {
                return down(folder, file, most);
            }
        }
        // A system without such streams: the last part at least may not be a link.
        try (var channel = Files.newByteChannel(root.resolve(file), READ)) {
            return bytes(channel, most);
        }
    }

    private static byte[] down(SecureDirectoryStream<Path> folder, Path file, int most) throws IOException {
        var next = file.getName(0);
        if (file.getNameCount() > 1) {
            try (var below = folder.newDirectoryStream(next, LinkOption.NOFOLLOW_LINKS)) {
                return down(below, file.subpath(1, file.getNameCount()), most);
            }
        }
        var attributes = folder.getFileAttributeView(next, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
        if (!attributes.isRegularFile()) {
            throw new IOException("What lies there (%s) is no file.".formatted(next));
        }
        try (var channel = folder.newByteChannel(next, READ)) {
            return bytes(channel, most);
        }
    }

    private static byte[] bytes(SeekableByteChannel channel, int most) throws IOException {
        return Channels.newInputStream(channel).readNBytes(most);
    }

    private Beneath() {}
}
