package whatnow.rulebook;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatnow.time.Now;

/**
 * The rule books in force, taken from a folder that people edit or from the copy in the jar.
 *
 * <p>A changed book is compiled aside and proved by its examples; only then does it take the place of
 * the old one, in one step. Whatever is wrong with it, the book in force keeps answering and {@link
 * #problems} says what to mend.
 */
public final class RuleShelf implements BooksInForce, AutoCloseable {

    static final Path USUAL_FOLDER = Path.of("rules");

    private static final Logger LOG = LoggerFactory.getLogger(RuleShelf.class);
    private static final int THREADS = 2;

    private final Map<String, RuleLanguage> languages = new LinkedHashMap<>();
    private final Optional<Path> root;
    private final CitedArticles articles;
    private final List<String> standing;

    /** What was last looked at of each book of the folder, good or not. */
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();

    private final Shelved shelved;
    private volatile Optional<RulesWatch> watch = Optional.empty();

    private record Looked(RuleSources sources, BookTrial trial, boolean isProved) {}

    private RuleShelf(
            Optional<Path> root, List<String> standing, List<RuleLanguage> languages, CitedArticles articles, Now now) {
        this.root = root;
        this.standing = standing;
        this.articles = articles;
        this.shelved = new Shelved(now);
        languages.forEach(it -> it.books().forEach(book -> this.languages.put(book, it)));
        start();
    }

    /** The books of a folder of folders, {@code <root>/<book>/*.drl}. */
    public static RuleShelf of(Path root, List<RuleLanguage> languages, CitedArticles articles, Now now) {
        return new RuleShelf(Optional.of(root), List.of(), languages, articles, now);
    }

    /** The copy that travels with the product. */
    public static RuleShelf packed(List<RuleLanguage> languages, CitedArticles articles, Now now) {
        return new RuleShelf(Optional.empty(), List.of(), languages, articles, now);
    }

    /**
     * The folder that was asked for; without one the {@code rules} of the working directory; without
     * that the packed copy. A folder that is missing must not leave people without decisions, so the
     * packed copy stands in and {@link #problems} says so.
     */
    public static RuleShelf open(String folder, List<RuleLanguage> languages, CitedArticles articles, Now now) {
        if (folder.isBlank()) {
            return Files.isDirectory(USUAL_FOLDER)
                    ? of(USUAL_FOLDER, languages, articles, now)
                    : packed(languages, articles, now);
        }
        if (Files.isDirectory(Path.of(folder))) {
            return of(Path.of(folder), languages, articles, now);
        }
        var missing =
                "%s: the folder does not exist, so the packed rules are in force; see whatnow.rules".formatted(folder);
        return new RuleShelf(Optional.empty(), List.of(missing), languages, articles, now);
    }

    /** The book in force. */
    public RuleBook book(String name) {
        return shelved(name).book();
    }

    /** All books in force at one moment, by name. */
    public SortedMap<String, RuleBook> books() {
        return shelved.books();
    }

    @Override
    public List<Standing> all() {
        return languages.keySet().stream().map(this::standing).toList();
    }

    /** Whoever waits for a card waits neither for a book that is being compiled nor for its examples. */
    @Override
    public List<String> troubles() {
        var troubled = languages.keySet().stream()
                .filter(it -> !shelved.complaints(it).isEmpty())
                .map(it -> (shelved.find(it).isPresent()
                                ? "The newest text of the rule book (%s) was not taken; the last good one decides."
                                : "The rule book (%s) did not load: it says nothing.")
                        .formatted(it));
        return Stream.concat(standing.stream(), troubled).toList();
    }

    private Standing standing(String name) {
        var book = shelved.find(name).map(Shelved.InForce::book);
        var sources =
                Optional.ofNullable(looked.get(name)).map(Looked::sources).orElseGet(() -> RuleSources.packed(name));
        return new Standing(name, book, counted(sources), shelved.complaints(name));
    }

    private static Map<String, Examples> counted(RuleSources sources) {
        return ExampleReader.read(sources.examples()).examples().stream()
                .collect(Collectors.toMap(
                        Example::rule,
                        it -> it.fires() ? new Examples(1, 0) : new Examples(0, 1),
                        (one, other) -> new Examples(one.fires() + other.fires(), one.quiet() + other.quiet())));
    }

    /** Since when the book has been in force. */
    public Instant since(String name) {
        return shelved(name).since();
    }

    /** Why a book of the folder is not in force, each with folder, file and line; empty when all is well. */
    public List<String> problems() {
        var all = new ArrayList<>(standing);
        all.addAll(shelved.complaints());
        return List.copyOf(all);
    }

    /** Looks at the folder now. Returns whether another book came into force. */
    public synchronized boolean reload() {
        var changed = false;
        for (var name : languages.keySet()) {
            changed |= root.isPresent() && look(name, root.get().resolve(name));
        }
        return changed;
    }

    /** Proves what was taken unproved at the start, then keeps looking once a second until closed. */
    RuleShelf watched() {
        if (root.isPresent()) {
            watch = Optional.of(RulesWatch.start(this));
        }
        return this;
    }

    @Override
    public void close() {
        watch.ifPresent(RulesWatch::close);
    }

    private Shelved.InForce shelved(String name) {
        return shelved.find(name)
                .orElseThrow(() ->
                        new IllegalStateException("There is no rule book (%s) in force. Known are %s; problems: %s"
                                .formatted(name, books().keySet(), problems())));
    }

    /** Compiles all books at once. Their examples wait, because somebody waits for the start. */
    private synchronized void start() {
        try (var pool = Executors.newFixedThreadPool(THREADS, RulesWatch.threads("rules-start"))) {
            var tasks = new ArrayList<Future<?>>();
            for (var name : languages.keySet()) {
                tasks.add(pool.submit(
                        () -> root.ifPresentOrElse(it -> begin(name, it.resolve(name)), () -> packed(name))));
            }
            for (var task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The rule books cannot be compiled.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted while rules were compiled.", e);
        }
    }

    private void begin(String name, Path folder) {
        var sources = read(name, folder);
        if (sources.isEmpty()) {
            packed(name);
            return;
        }
        var trial = BookTrial.compile(name, sources.get(), language(name));
        var isPacked = sources.get().equals(RuleSources.packed(name));
        looked.put(
                name, new Looked(sources.get(), trial, isPacked || trial.book().isEmpty()));
        trial.book().ifPresentOrElse(it -> shelved.putInForce(name, it), () -> {
            shelved.complain(name, trial.problems());
            packed(name);
        });
    }

    private void packed(String name) {
        var sources = RuleSources.packed(name);
        if (sources.isEmpty()) {
            shelved.complain(name, List.of("%s: the jar holds no copy of this book either".formatted(name)));
            return;
        }
        shelved.putInForce(name, RuleBook.compile(name, sources.text()));
    }

    private boolean look(String name, Path folder) {
        return read(name, folder).filter(it -> look(name, it)).isPresent();
    }

    private boolean look(String name, RuleSources sources) {
        var before = Optional.ofNullable(looked.get(name));
        var same = before.filter(it -> it.sources().equals(sources));
        if (same.isPresent() && !isWorthAnotherLook(same.get())) {
            shelved.complain(name, same.get().trial().problems());
            return false;
        }
        var trial = same.map(Looked::trial)
                .filter(it -> it.book().isPresent())
                .orElseGet(() -> BookTrial.compile(name, sources, language(name)))
                .prove(sources, language(name), articles);
        looked.put(name, new Looked(sources, trial, true));
        return trial.isPassed()
                ? accept(name, trial)
                : refuse(name, trial, before.map(Looked::isProved).orElse(true));
    }

    /** Not proved yet, or refused only because an article was missing that has come since. */
    private boolean isWorthAnotherLook(Looked before) {
        return !before.isProved() || before.trial().waitedFor(articles);
    }

    private boolean accept(String name, BookTrial trial) {
        shelved.complain(name, List.of());
        var book = trial.book().orElseThrow();
        var isTheSame = shelved.find(name)
                .filter(it -> it.book().sha256().equals(book.sha256()))
                .isPresent();
        if (isTheSame) {
            return false;
        }
        shelved.putInForce(name, book);
        LOG.info(
                "The rule book ({}) has changed: {} rules are in force.",
                name,
                book.rules().size());
        return true;
    }

    /** A book that was taken at the start and then failed its examples makes way for the packed one. */
    private boolean refuse(String name, BookTrial trial, boolean isOldOneProved) {
        if (shelved.isNews(name, trial.problems())) {
            LOG.warn("The rule book ({}) stays as it was: {}", name, trial.problems());
        }
        shelved.complain(name, trial.problems());
        if (!isOldOneProved) {
            packed(name);
        }
        return !isOldOneProved;
    }

    private Optional<RuleSources> read(String name, Path folder) {
        if (!Files.isDirectory(folder)) {
            shelved.complain(name, List.of("the folder does not exist, so the rules in force stay"));
            return Optional.empty();
        }
        try {
            var sources = RuleSources.of(folder);
            if (sources.isEmpty()) {
                shelved.complain(name, List.of("the folder holds no rules, so the rules in force stay"));
                return Optional.empty();
            }
            return Optional.of(sources);
        } catch (UncheckedIOException e) {
            shelved.complain(name, List.of("%s (%s)".formatted(e.getMessage(), e.getCause())));
            return Optional.empty();
        }
    }

    private RuleLanguage language(String name) {
        return Optional.ofNullable(languages.get(name)).orElseThrow();
    }
}
