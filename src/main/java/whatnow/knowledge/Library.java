package whatnow.knowledge;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.knowledge.index.KeptIndex;
import whatnow.knowledge.markdown.SafeHtml;
import whatnow.knowledge.markdown.Targets;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

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
    private static final int MOST_ALIKE = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Shelf shelf;
    private final List<Problem> standing;
    private final KeptIndex index;
    private final Helpfulness helpfulness;
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile List<Problem> outOfReach = List.of();
    private final AtomicLong edition = new AtomicLong();
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

    private Library(Shelf shelf, List<Problem> standing, KeptIndex index, Helpfulness helpfulness) {
        this.shelf = shelf;
        this.standing = standing;
        this.index = index;
        this.helpfulness = helpfulness;
        reload();
    }

    /** The articles of one folder, read now and again whenever {@link #reload} is called. */
    public static Library of(Path folder) {
        return new Library(new FolderShelf(folder), List.of(), KeptIndex.inMemory(), Helpfulness.NONE);
    }

    /** The copy that travels with the product. */
    public static Library packed() {
        return new Library(new PackedShelf(), List.of(), KeptIndex.inMemory(), Helpfulness.NONE);
    }

    /**
     * The folder that was asked for; without one the {@code knowledge-base} of the working directory;
     * without that the packed copy. A folder that is missing must not leave people without runbooks, so
     * the packed copy stands in and {@link #problems} says so.
     */
    public static Library open(String folder) {
        return open(folder, KeptIndex.inMemory(), Helpfulness.NONE);
    }

    static Library open(String folder, KeptIndex index, Helpfulness helpfulness) {
        if (folder.isBlank()) {
            var shelf = Files.isDirectory(USUAL_FOLDER) ? new FolderShelf(USUAL_FOLDER) : new PackedShelf();
            return new Library(shelf, List.of(), index, helpfulness);
        }
        var asked = Path.of(folder);
        if (Files.isDirectory(asked)) {
            return new Library(new FolderShelf(asked), List.of(), index, helpfulness);
        }
        var missing = new Problem(
                folder,
                1,
                "The folder does not exist; the packed copy is shown instead.",
                "whatnow.knowledge to name a folder of articles");
        return new Library(new PackedShelf(), List.of(missing), index, helpfulness);
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

    /** Sections that answer the words, best first. Any text is allowed. */
    public List<Hit> search(String words, int most) {
        return find(words, Circumstances.NONE, most).hits();
    }

    /** The same with all there is to say about it. */
    public Found find(String words, Circumstances around, int most) {
        return index.find(Question.read(words), around, snapshot.articles(), helpfulness, most);
    }

    /** Other articles about the same, most alike first. */
    public List<Article> like(Article article, int most) {
        var front = article.frontMatter();
        var purpose = article.sections().getFirst().text();
        var words = Stream.of(
                        List.of(article.title(), purpose),
                        front.tags(),
                        front.services(),
                        front.alerts(),
                        front.scenarios())
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
        var around = new Circumstances(
                small(front.services()), small(front.alerts()), Set.of(), Set.of(), Set.of(), Optional.empty());
        return index
                .find(Question.about(words), around, snapshot.articles(), Helpfulness.NONE, MOST_ALIKE)
                .hits()
                .stream()
                .map(Hit::article)
                .filter(it -> !it.equals(article.id()))
                .distinct()
                .limit(most)
                .flatMap(it -> find(it).stream())
                .toList();
    }

    private static Set<String> small(List<String> names) {
        return names.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Articles that what is being typed may lead to, best first. */
    public List<Article> suggest(String typed, int most) {
        return index.suggest(typed, snapshot.articles(), most).stream()
                .flatMap(it -> find(it).stream())
                .toList();
    }

    /** HTML that is safe to put into a page as it is, title included. */
    public String render(Article article) {
        return SafeHtml.of(article.body(), targets(article));
    }

    /** Where links of the article lead. */
    Targets targets(Article article) {
        return snapshot.places().from(article.path());
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

    /** Another number after each change, for those who remember what they found. */
    public long edition() {
        return edition.get();
    }

    public List<Problem> problems() {
        var problems = new ArrayList<>(standing);
        problems.addAll(outOfReach);
        problems.addAll(snapshot.problems());
        index.trouble()
                .map(it -> new Problem("index", 1, it, "a folder of its own"))
                .ifPresent(problems::add);
        index.troubleWithMeaning()
                .map(it -> new Problem("embeddings", 1, it, "an endpoint that answers like OpenAI's /v1/embeddings"))
                .ifPresent(problems::add);
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
            index.follow(snapshot.articles());
            edition.incrementAndGet();
            Thread.ofVirtual().name("knowledge-links").start(snapshot.references()::workOut);
            return true;
        } catch (IOException _) {
            outOfReach = List.of(new Problem(
                    shelf.name(), 1, "The folder cannot be read; what was read last is shown.", "a readable folder"));
            return false;
        }
    }

    /** Keeps looking twice a second until closed. The packed copy cannot change and is not watched. */
    Library watched() {
        if (shelf.changes()) {
            Thread.ofVirtual().name("knowledge-watch").start(this::watch);
        }
        return this;
    }

    @Override
    public void close() {
        isOpen = false;
        index.close();
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
