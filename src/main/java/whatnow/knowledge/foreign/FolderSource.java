package whatnow.knowledge.foreign;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import whatnow.knowledge.Library.Problem;

/**
 * A folder on this machine. Links are not followed, so nothing outside is ever read; what is hidden or was
 * fetched by a package installer is not looked at.
 */
final class FolderSource implements Source {

    private static final int DEEPEST = 32;
    private static final int MOST_LOOKED_AT = 200_000;
    private static final Set<String> FETCHED = Set.of("node_modules", "bower_components", "__pycache__", "venv");

    private final Path folder;

    FolderSource(Path folder) {
        this.folder = folder;
    }

    @Override
    public Contents look() throws IOException {
        var looking = new Looking(folder.toRealPath());
        Files.walkFileTree(looking.root, Set.of(), DEEPEST, looking);
        return new Contents(looking.markdown, looking.others, looking.problems);
    }

    /** Does not follow a link that took the place of the file since it was found. */
    @Override
    public byte[] read(String path, int most) throws IOException {
        var root = folder.toRealPath();
        var file = root.resolve(path);
        if (!file.toRealPath().startsWith(root)) {
            throw new RawFile.Refused("The file lies outside the folder.");
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most + 1);
        }
    }

    private static final class Looking extends SimpleFileVisitor<Path> {

        private final Path root;
        private final TreeSet<String> markdown = new TreeSet<>();
        private final TreeSet<String> others = new TreeSet<>();
        private final List<Problem> problems = new ArrayList<>();
        private int lookedAt;

        Looking(Path root) {
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

        /** A folder comes here when it lies too deep to be walked. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var path = path(file);
            var isMarkdown = PathId.isMarkdown(path);
            if (attributes.isSymbolicLink()) {
                if (isMarkdown) {
                    problems.add(new Problem(path, 1, "The file is a link and left out.", "a file"));
                }
            } else if (attributes.isRegularFile()) {
                (isMarkdown ? markdown : others).add(path);
            } else if (attributes.isDirectory()) {
                problems.add(
                        new Problem(path, 1, "The folder lies too deep and is left out.", "at most 32 folders deep"));
            }
            if (++lookedAt < MOST_LOOKED_AT) {
                return FileVisitResult.CONTINUE;
            }
            problems.add(new Problem(path, 1, "There are too many files; the rest is left out.", "at most 200,000"));
            return FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            problems.add(
                    new Problem(path(file), 1, "The file or folder cannot be read.", "one that this process may read"));
            return FileVisitResult.CONTINUE;
        }

        private String path(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
