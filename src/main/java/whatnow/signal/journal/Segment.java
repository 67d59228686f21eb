package whatnow.signal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** One file of the journal: records one behind the other, each with its length and checksum in front. */
final class Segment implements AutoCloseable {

    private static final int HEAD = 2 * Integer.BYTES;

    /** No record is longer: the largest body with its head. What says otherwise is broken. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final Path file;
    private final FileChannel channel;

    private Segment(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A new one; its name is on disk as well. */
    static Segment create(Path file) throws IOException {
        var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        forceDirectory(file);
        return new Segment(file, channel);
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        forceDirectory(file);
    }

    /** A name that is created or removed is on disk once its directory is. */
    private static void forceDirectory(Path file) throws IOException {
        try (var directory = FileChannel.open(parent(file), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static Path parent(Path file) {
        return file.toAbsolutePath().resolveSibling(".").normalize();
    }

    Path file() {
        return file;
    }

    long length() {
        try {
            return channel.size();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns once all of them are on disk. If it throws, none is, and the file must not be used any more. */
    void append(List<byte[]> records) throws IOException {
        var before = channel.size();
        try {
            var bytes = framed(records);
            channel.position(before);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException failure) {
            cut(before);
            throw failure;
        }
    }

    /** What was written half is not to be found later; if that fails too, its checksum tells. */
    private void cut(long length) {
        try {
            channel.truncate(length);
        } catch (IOException _) {
            // The caller is told of the first failure.
        }
    }

    private static ByteBuffer framed(List<byte[]> records) {
        var bytes = ByteBuffer.allocate(
                records.stream().mapToInt(it -> HEAD + it.length).sum());
        records.forEach(
                it -> bytes.putInt(it.length).putInt(checksum(it, it.length)).put(it));
        return bytes.flip();
    }

    private static int checksum(byte[] record, int length) {
        var sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        sum.update(record);
        return (int) sum.getValue();
    }

    /** Records from a position on; the position behind the last of them. */
    record Read(List<byte[]> records, long next, boolean torn) {}

    /**
     * Reads some records. It ends early, and is torn, where a record is not whole: it was being written when the machine
     * stopped, so nobody was told that it was accepted.
     */
    static Read read(Path file, long from, int most) throws IOException {
        var records = new ArrayList<byte[]>();
        var position = from;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (records.size() < most && position < channel.size()) {
                var record = record(channel, position);
                if (record.length == 0) {
                    return new Read(records, position, true);
                }
                records.add(record);
                position += HEAD + record.length;
            }
        }
        return new Read(records, position, false);
    }

    /** Nothing, if it is not whole. */
    private static byte[] record(FileChannel channel, long position) throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        if (!fill(channel, head, position)) {
            return new byte[0];
        }
        var length = head.flip().getInt();
        if (length <= 0 || length > LONGEST || position + HEAD + length > channel.size()) {
            return new byte[0];
        }
        var record = ByteBuffer.allocate(length);
        return fill(channel, record, position + HEAD) && checksum(record.array(), length) == head.getInt()
                ? record.array()
                : new byte[0];
    }

    private static boolean fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
        var position = from;
        while (buffer.hasRemaining()) {
            var read = channel.read(buffer, position);
            if (read < 0) {
                return false;
            }
            position += read;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
