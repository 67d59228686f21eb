package whatnow.knowledge.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.Library.Problem;
import whatnow.knowledge.foreign.PathId;
import whatnow.knowledge.foreign.Source;

/**
 * The newest commit of a git repository, fetched into a temporary folder of objects. There is no work tree:
 * no name of the repository ever becomes a name on this disk, no hook, filter or submodule is looked at, and
 * links are never followed.
 */
public final class GitCopy implements Source, AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s/?#]+/\\S+|file:///\\S+");
    private static final Pattern CREDENTIALS = Pattern.compile("(\\w+://)(?:[^\\s@]*:\\S*|[^/@\\s]*)@");
    private static final String IMPORTED = "refs/heads/imported";
    private static final RefSpec NEWEST = new RefSpec("+HEAD:" + IMPORTED);
    /** Servers that know a token do not ask whose it is, but want a name. */
    private static final String ANY_NAME = "token";

    private static final int MOST_ENTRIES = 200_000;
    private static final int DEEPEST = 32;

    private final Path folder;
    private final Git git;
    private final Map<String, ObjectId> blobs = new HashMap<>();

    private GitCopy(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
    }

    /** Why a repository could not be had. */
    public static final class NotFetched extends IOException {

        private static final long serialVersionUID = 1;

        NotFetched(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Whether it is an address, and not a folder. */
    public static boolean isAddress(String written) {
        return written.contains("://") || written.matches("[\\w.-]+@[\\w.-]+:.*");
    }

    /** An address as it may be shown: without name and password. */
    public static String shown(String address) {
        return CREDENTIALS.matcher(address).replaceFirst("$1");
    }

    /**
     * @param address of https or file, typed by the person who wants it
     * @param token for https, where the address itself has none; blank for a public repository
     */
    public static GitCopy of(String address, String token) throws IOException {
        return of(address, token, Patience.USUAL);
    }

    static GitCopy of(String address, String token, Patience patience) throws IOException {
        if (!ADDRESS.matcher(address).matches()) {
            throw new NotFetched(
                    "The address (%s) is neither https:// nor file:///. Try one of these, or clone it and import the folder."
                            .formatted(shown(address)),
                    new IllegalArgumentException("scheme"));
        }
        NoSettings.use();
        var folder = Files.createTempDirectory("whatnow-import-");
        try {
            return new GitCopy(folder, fetched(folder, address, token, patience));
        } catch (GitAPIException | RuntimeException failed) {
            delete(folder);
            throw new NotFetched(
                    "The repository (%s) cannot be fetched: %s".formatted(shown(address), shown(Unfetched.why(failed))),
                    failed);
        } catch (IOException failed) {
            delete(folder);
            throw failed;
        }
    }

    /** Without tidying up afterwards: git would do that in a thread of its own, while the folder is being deleted. */
    private static Git fetched(Path folder, String address, String token, Patience patience)
            throws GitAPIException, IOException {
        var git = Git.init().setBare(true).setDirectory(folder.toFile()).call();
        try {
            var config = git.getRepository().getConfig();
            config.setString("http", null, "followRedirects", "false");
            config.setInt("gc", null, "auto", 0);
            config.setBoolean("gc", null, "autoDetach", false);
            config.save();
            git.fetch()
                    .setRemote(address)
                    .setRefSpecs(NEWEST)
                    .setDepth(1)
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setTimeout((int) patience.silence().toSeconds())
                    .setTransportConfigCallback(it -> prepare(it, token, patience))
                    .call();
            if (git.getRepository().resolve(IMPORTED) == null) {
                throw new NotFetched(
                        "The repository (%s) has no commit. Try another.".formatted(shown(address)),
                        new IllegalStateException("empty"));
            }
            return git;
        } catch (GitAPIException | IOException | RuntimeException failed) {
            git.close();
            throw failed;
        }
    }

    private static void prepare(Transport transport, String token, Patience patience) {
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(BoundedConnection.factory(patience));
            credentials(http.getURI(), token).ifPresent(http::setCredentialsProvider);
        }
    }

    private static Optional<CredentialsProvider> credentials(URIish address, String token) {
        if (token.isBlank() || address.getPass() != null) {
            return Optional.empty();
        }
        var name = Objects.requireNonNullElse(address.getUser(), ANY_NAME);
        return Optional.of(new UsernamePasswordCredentialsProvider(name, token.strip()));
    }

    @Override
    public Contents look() throws IOException {
        var markdown = new TreeSet<String>();
        var others = new TreeSet<String>();
        var problems = new ArrayList<Problem>();
        var repository = git.getRepository();
        try (var commits = new RevWalk(repository);
                var walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(repository.resolve(IMPORTED)).getTree());
            while (walk.next()) {
                if (markdown.size() + others.size() == MOST_ENTRIES) {
                    problems.add(new Problem(
                            walk.getPathString(),
                            1,
                            "There are too many files; the rest is left out.",
                            "at most 200,000"));
                    break;
                }
                look(walk, markdown, others, problems);
            }
        }
        return new Contents(markdown, others, problems);
    }

    private void look(TreeWalk walk, TreeSet<String> markdown, TreeSet<String> others, List<Problem> problems)
            throws IOException {
        var path = new String(walk.getRawPath(), StandardCharsets.UTF_8);
        var mode = walk.getFileMode(0);
        if (FileMode.TREE.equals(mode)) {
            if (walk.getNameString().startsWith(".")) {
                return;
            }
            if (walk.getDepth() < DEEPEST) {
                walk.enterSubtree();
            } else {
                problems.add(
                        new Problem(path, 1, "The folder lies too deep and is left out.", "at most 32 folders deep"));
            }
        } else if (FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode)) {
            blobs.put(path, walk.getObjectId(0));
            (PathId.isMarkdown(path) ? markdown : others).add(path);
        } else if (PathId.isMarkdown(path)) {
            problems.add(new Problem(path, 1, "The file is a link and left out.", "a file"));
        }
    }

    @Override
    public byte[] read(String path, int most) throws IOException {
        var blob = blobs.get(path);
        if (blob == null) {
            throw new IOException("The file (%s) is not in the commit.".formatted(path));
        }
        var loader = git.getRepository().open(blob, Constants.OBJ_BLOB);
        try (var in = loader.openStream()) {
            return in.readNBytes(most + 1);
        }
    }

    @Override
    public void close() throws IOException {
        git.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
