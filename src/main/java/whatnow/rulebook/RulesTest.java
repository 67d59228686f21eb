package whatnow.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Puts every book of a folder on trial, for people who write rules: {@code whatnow rules test}. */
public final class RulesTest {

    public static final int PASSED = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;

    private final List<RuleLanguage> languages;
    private final CitedArticles articles;

    public RulesTest(List<RuleLanguage> languages, CitedArticles articles) {
        this.languages = List.copyOf(languages);
        this.articles = articles;
    }

    /** In the order of the books' names. */
    public List<BookTrial> trials(Path rules) {
        var trials = new TreeMap<String, BookTrial>();
        for (var language : languages) {
            for (var book : language.books()) {
                var folder = rules.resolve(book);
                trials.put(
                        book,
                        Files.isDirectory(folder)
                                ? BookTrial.of(book, RuleSources.of(folder), language, articles)
                                : new BookTrial(
                                        book,
                                        Optional.empty(),
                                        List.of(),
                                        List.of("there is no folder (%s)".formatted(folder))));
            }
        }
        return List.copyOf(trials.values());
    }

    /**
     * Writes one line for each book and each problem.
     *
     * @param junit where a report for build servers goes; empty for none
     * @return {@link #PASSED}, {@link #FAILED}, or {@link #USAGE} if there is no such folder
     */
    public int run(Path rules, Optional<Path> junit, PrintStream out) {
        if (!Files.isDirectory(rules)) {
            out.println("The folder (%s) does not exist. Name one that holds severity, strategy and the others."
                    .formatted(rules));
            return USAGE;
        }
        var trials = trials(rules);
        trials.forEach(it -> lines(it).forEach(out::println));
        junit.ifPresent(it -> write(it, trials));
        return trials.stream().allMatch(BookTrial::isPassed) ? PASSED : FAILED;
    }

    private static List<String> lines(BookTrial trial) {
        var lines = new ArrayList<String>();
        lines.add("%s %s: %d rules, %d examples"
                .formatted(
                        trial.isPassed() ? "ok    " : "FAILED",
                        trial.name(),
                        trial.book().map(it -> it.rules().size()).orElse(0),
                        trial.results().size()));
        trial.problems().forEach(it -> lines.add("  %s/%s".formatted(trial.name(), it)));
        return lines;
    }

    private static void write(Path junit, List<BookTrial> trials) {
        try {
            Files.writeString(junit, JunitXml.of(trials));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The report (%s) cannot be written. Check that its folder exists.".formatted(junit), e);
        }
    }
}
