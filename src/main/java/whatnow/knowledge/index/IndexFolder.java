package whatnow.knowledge.index;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The folder that an index is kept in, so that a start need not read ten thousand articles anew. What
 * cannot be trusted is thrown away: the Markdown files are the truth.
 */
final class IndexFolder {

    private static final String NAME = "articles-";

    private final Path root;
    private final Path folder;

    IndexFolder(Path root) {
        this.root = root;
        this.folder = root.resolve(NAME + Fields.SCHEMA);
    }

    /** @throws IOException when it is in use by another process, or nothing can be written there */
    ArticleIndex open() throws IOException {
        Files.createDirectories(folder);
        dropOthers();
        return open(FSDirectory.open(folder));
    }

    /** What is whole in there is kept; otherwise it begins empty. */
    static ArticleIndex open(Directory directory) throws IOException {
        try {
            return whole(directory);
        } catch (LockObtainFailedException taken) {
            throw taken;
        } catch (IOException | RuntimeException untrusted) {
            clear(directory);
            return new ArticleIndex(directory);
        }
    }

    /** Every file is read once and compared with its checksum. */
    private static ArticleIndex whole(Directory directory) throws IOException {
        if (DirectoryReader.indexExists(directory)) {
            try (var reader = DirectoryReader.open(directory)) {
                for (var leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
            }
        }
        return new ArticleIndex(directory);
    }

    /** Only under the lock: another process may be writing what cannot be read yet. */
    private static void clear(Directory directory) throws IOException {
        try (var alone = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (var file : directory.listAll()) {
                alone.ensureValid();
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    /** What another version of the product left here is of no use to this one. */
    private void dropOthers() throws IOException {
        try (var others = Files.newDirectoryStream(root, NAME + "*")) {
            for (var other : others) {
                if (!other.equals(folder) && Files.isDirectory(other)) {
                    delete(other);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
