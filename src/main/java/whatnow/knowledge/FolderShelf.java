package whatnow.knowledge;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import whatnow.knowledge.markdown.ArticleReader;

/**
 * A folder of Markdown files. Links to files inside the folder are followed, because that is how
 * mounted configuration arrives; a link that leads outside is not there.
 */
final class FolderShelf implements Shelf {

    private static final int DEEPEST = 6;
    private static final int MOST_FILES = 20_000;

    private final Path folder;
    private volatile SortedSet<String> files = new TreeSet<>();

    FolderShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public SortedMap<String, String> look() throws IOException {
        var articles = new TreeMap<String, String>();
        var others = new TreeSet<String>();
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
                var name = file.getFileName().toString();
                if (isArticle(name) && isInside(root, file, attributes)) {
                    articles.put(path(root, file), stamp(file));
                } else if (Attachment.isOne(name)
                        && others.size() < MOST_FILES
                        && attributes.size() <= Attachment.MOST_BYTES
                        && isInside(root, file, attributes)) {
                    others.add(path(root, file));
                }
                return articles.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        files = Collections.unmodifiableSortedSet(others);
        return articles;
    }

    @Override
    public SortedSet<String> files() {
        return files;
    }

    @Override
    public byte[] read(String path) throws IOException {
        return Beneath.read(folder, path, ArticleReader.MOST_BYTES + 1);
    }

    @Override
    public byte[] readFile(String path) throws IOException {
        return Beneath.read(folder, path, Attachment.MOST_BYTES + 1);
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
