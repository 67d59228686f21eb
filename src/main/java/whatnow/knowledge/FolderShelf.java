package whatnow.knowledge;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;
import whatnow.knowledge.markdown.ArticleReader;

/**
 * A folder of Markdown files. Links to files inside the folder are followed, because that is how
 * mounted configuration arrives; a link that leads outside is not there.
 */
final class FolderShelf implements Shelf {

    private static final int DEEPEST = 6;
    private static final int MOST_FILES = 20_000;

    private final Path folder;

    FolderShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public SortedMap<String, String> look() throws IOException {
        var files = new TreeMap<String, String>();
        var root = folder.toRealPath();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                var isHidden = !directory.equals(root)
                        && directory.getFileName().toString().startsWith(".");
                return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isArticle(file.getFileName().toString()) && isInside(root, file, attributes)) {
                    files.put(path(root, file), stamp(file));
                }
                return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    @Override
    public byte[] read(String path) throws IOException {
        var root = folder.toRealPath();
        var file = root.resolve(path).toRealPath();
        if (!file.startsWith(root)) {
            throw new IOException("The file (%s) lies outside the folder.".formatted(path));
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(ArticleReader.MOST_BYTES + 1);
        }
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public boolean changes() {
        return true;
    }

    static boolean isArticle(String fileName) {
        return fileName.endsWith(".md") && !fileName.equals("README.md") && !fileName.startsWith(".");
    }

    private static boolean isInside(Path root, Path file, BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink()) {
            return attributes.isRegularFile();
        }
        try {
            var target = file.toRealPath();
            return target.startsWith(root) && Files.isRegularFile(target);
        } catch (IOException _) {
            return false;
        }
    }

    private static String path(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
        } catch (IOException _) {
            return "gone";
        }
    }
}
