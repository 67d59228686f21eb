package whatnow.knowledge;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whatnow.knowledge.index.SearchWords;
import whatnow.knowledge.markdown.SafeHtml;

/**
 * All articles, as the files were when they were last looked at.
 *
 * <p>Every question is answered from one snapshot in memory, so it needs neither database nor disk and
 * never waits for a reload. A file that breaks keeps its last good version and is named in {@link
 * #problems}.
 */
public final class Library implements AutoCloseable {

    static final Path USUAL_FOLDER = Path.of("knowledge-base");

    private static final Logger LOG = System.getLogger(Library.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Shelf shelf;
    private final List<Problem> standing;
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile List<Problem> outOfReach = List.of();
    private volatile boolean isOpen = true;

    /**
     * Something that could not be read as it was meant.
     *
     * @param file below the folder of the library
     * @param line from 1
     */
    public record Problem(String file, int line, String what, String expected) {

        @Override
        public String toString() {
            return "%s:%d: %s Expected: %s.".formatted(file, line, what, expected);
        }
    }

    private Library(Shelf shelf, List<Problem> standing) {
        this.shelf = shelf;
        this.standing = standing;
        reload();
    }

    /** The articles of one folder, read now and again whenever {@link #reload} is called. */
    public static Library of(Path folder) {
        return new Library(new FolderShelf(folder), List.of());
    }

    /** The copy that travels with the product. */
    public static Library packed() {
        return new Library(new PackedShelf(), List.of());
    }

    /**
     * The folder that was asked for; without one the {@code knowledge-base} of the working directory;
     * without that the packed copy. A folder that is missing must not leave people without runbooks, so
     * the packed copy stands in and {@link #problems} says so.
     */
    public static Library open(String folder) {
        if (folder.isBlank()) {
            return Files.isDirectory(USUAL_FOLDER) ? of(USUAL_FOLDER) : packed();
        }
        var asked = Path.of(folder);
        if (Files.isDirectory(asked)) {
            return of(asked);
        }
        var missing = new Problem(
                folder,
                1,
                "The folder does not exist; the packed copy is shown instead.",
                "whatnow.knowledge to name a folder of articles");
        return new Library(new PackedShelf(), List.of(missing));
    }

    public Optional<Article> find(ArticleId id) {
        return Optional.ofNullable(snapshot.articles().get(id));
    }

    public Optional<Section> find(Citation citation) {
        return find(citation.article()).flatMap(it -> it.section(citation.section()));
    }

    /** In the order of their ids. */
    public List<Article> all() {
        return List.copyOf(snapshot.articles().values());
    }

    /** Sections that answer the words, best first. Any text is allowed; see {@link #noteOn} for what was cut. */
    public List<Hit> search(String words, int most) {
        return snapshot.index().search(words, most);
    }

    /** What people should know about how their words were read, when something was left out. */
    public Optional<String> noteOn(String words) {
        return SearchWords.read(words).note();
    }

    /** HTML that is safe to put into a page as it is, title included. */
    public String render(Article article) {
        return SafeHtml.of(article.body(), snapshot.places().from(article.path()));
    }

    /** HTML that is safe to put into a page as it is; the heading is left to the page. */
    public String render(Section section) {
        return SafeHtml.of(section.text(), snapshot.places().from(""));
    }

    /** Where other articles point to this one. */
    public List<Backlink> linkedFrom(ArticleId id) {
        return snapshot.references().linkedFrom(id);
    }

    /** Articles that say that they took the place of this one. */
    public List<Article> supersededBy(ArticleId id) {
        return snapshot.references().supersededBy(id);
    }

    /** A file that some article shows or links to. */
    public Optional<Attachment> attachment(String id) {
        return snapshot.references().attachment(id);
    }

    /** What is in the file now; empty when it is gone, grew too large or leads elsewhere. */
    public Optional<byte[]> content(Attachment file) {
        try {
            return Optional.of(shelf.readFile(file.path())).filter(it -> it.length <= Attachment.MOST_BYTES);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public List<Problem> problems() {
        var problems = new ArrayList<>(standing);
        problems.addAll(outOfReach);
        problems.addAll(snapshot.problems());
        return List.copyOf(problems);
    }

    /** Looks at the files now. Returns whether anything had changed. */
    public synchronized boolean reload() {
        try {
            var stamps = shelf.look();
            outOfReach = List.of();
            if (stamps.equals(snapshot.stamps()) && shelf.files().equals(snapshot.files())) {
                return false;
            }
            snapshot = Snapshot.of(shelf, stamps, snapshot);
            Thread.ofVirtual().name("knowledge-links").start(snapshot.references()::workOut);
            return true;
        } catch (IOException _) {
            outOfReach = List.of(new Problem(
                    shelf.name(), 1, "The folder cannot be read; what was read last is shown.", "a readable folder"));
            return false;
        }
    }

    /** Keeps looking once a second until closed. The packed copy cannot change and is not watched. */
    Library watched() {
        if (shelf.changes()) {
            Thread.ofVirtual().name("knowledge-watch").start(this::watch);
        }
        return this;
    }

    @Override
    public void close() {
        isOpen = false;
    }

    private void watch() {
        while (isOpen) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
                reload();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException broken) {
                LOG.log(Level.WARNING, "Looking at the articles failed; what was read last is shown.", broken);
            }
        }
    }
}
