package whatnow.signal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in the order they came, in files under one folder. What {@link #append} took is on disk when it returns; what was
 * read stays until somebody says that it is safe elsewhere. After a crash some may be read twice, none is missing.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String ENDING = ".journal";
    private static final long LONGEST_SEGMENT = 8L * 1024 * 1024;

    private final Path folder;
    private final Deque<Path> waiting = new ArrayDeque<>();
    private @Nullable Segment writing;
    private long read;
    private long next;
    private long number;

    private Journal(Path folder, List<Path> left) {
        this.folder = folder;
        this.waiting.addAll(left);
        this.number = left.stream().mapToLong(Journal::number).max().orElse(0);
    }

    /** With what an earlier run left behind. The folder is made when it is first needed. */
    public static Journal in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Journal(folder, List.of());
        }
        try (var files = Files.list(folder)) {
            return new Journal(folder, files.filter(Journal::isSegment).sorted().toList());
        }
    }

    private static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{12}\\" + ENDING);
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(ENDING, ""));
    }

    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Returns once all of them are on disk.
     *
     * @param records none of them empty
     * @throws IOException if that failed: none of them counts as taken
     */
    public synchronized void append(List<byte[]> records) throws IOException {
        var segment = segment();
        try {
            segment.append(records);
        } catch (IOException failure) {
            writing = null;
            segment.close();
            throw failure;
        }
    }

    private Segment segment() throws IOException {
        var open = Optional.ofNullable(writing);
        if (open.isPresent() && open.get().length() < LONGEST_SEGMENT) {
            return open.get();
        }
        if (open.isPresent()) {
            open.get().close();
        }
        Files.createDirectories(folder);
        var segment = Segment.create(folder.resolve("%012d%s".formatted(++number, ENDING)));
        waiting.addLast(segment.file());
        writing = segment;
        return segment;
    }

    /** The oldest records, read again with every call until {@link #forget}. Empty only if there are none. */
    public synchronized List<byte[]> oldest(int most) throws IOException {
        while (!waiting.isEmpty()) {
            var found = Segment.read(waiting.getFirst(), read, most);
            next = found.next();
            if (!found.records().isEmpty()) {
                return found.records();
            }
            if (found.torn()) {
                keepAside(waiting.getFirst());
            }
            drop();
        }
        return List.of();
    }

    /** What was read last is safe elsewhere. */
    public synchronized void forget() throws IOException {
        read = next;
        if (!waiting.isEmpty() && read >= Files.size(waiting.getFirst())) {
            drop();
        }
    }

    /** A half-written end was promised to nobody; more than that is for a person to look at. */
    private static void keepAside(Path file) throws IOException {
        LOG.warn("The journal's file {} ends in a record that is not whole; it is kept beside as .torn.", file);
        Files.copy(file, file.resolveSibling(file.getFileName() + ".torn"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void drop() throws IOException {
        var file = waiting.getFirst();
        var open = Optional.ofNullable(writing).filter(it -> it.file().equals(file));
        if (open.isPresent()) {
            open.get().close();
            writing = null;
        }
        Segment.delete(file);
        waiting.removeFirst();
        read = 0;
        next = 0;
    }

    @Override
    public synchronized void close() throws IOException {
        if (writing != null) {
            writing.close();
            writing = null;
        }
    }
}
