package whatnow.knowledge.foreign;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import whatnow.knowledge.Library.Problem;

/**
 * The files of a folder, in the order of their paths. Links are not followed, so nothing outside is ever
 * read; what is hidden or was fetched by a package installer is not looked at.
 *
 * @param markdown paths below the folder with forward slashes
 * @param others everything else that an article may point to
 */
record FoundFiles(TreeSet<String> markdown, TreeSet<String> others, TreeSet<Problem> problems) {

    private static final int DEEPEST = 32;
    private static final int MOST_LOOKED_AT = 200_000;
    private static final Set<String> FETCHED = Set.of("node_modules", "bower_components", "__pycache__", "venv");

    static FoundFiles in(Path root) throws IOException {
        var found = new FoundFiles(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(Comparator.comparing(Problem::file).thenComparing(Problem::what)));
        Files.walkFileTree(root, Set.of(), DEEPEST, found.new Visitor(root));
        return found;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;
        private int lookedAt;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            var name = directory.getFileName() == null
                    ? ""
                    : directory.getFileName().toString();
            var isSkipped = !directory.equals(root) && (name.startsWith(".") || FETCHED.contains(name));
            return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var path = root.relativize(file).toString().replace('\\', '/');
            var isMarkdown = PathId.isMarkdown(path);
            if (attributes.isSymbolicLink()) {
                if (isMarkdown) {
                    problems.add(new Problem(path, 1, "The file is a link and left out.", "a file"));
                }
            } else if (attributes.isRegularFile()) {
                (isMarkdown ? markdown : others).add(path);
            }
            if (++lookedAt < MOST_LOOKED_AT) {
                return FileVisitResult.CONTINUE;
            }
            problems.add(new Problem(path, 1, "There are too many files; the rest is left out.", "at most 200,000"));
            return FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            var path = root.relativize(file).toString().replace('\\', '/');
            problems.add(new Problem(path, 1, "The file or folder cannot be read.", "one that this process may read"));
            return FileVisitResult.CONTINUE;
        }
    }
}
