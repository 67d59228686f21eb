package whatnow.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A book put on trial: its habits, its tables, whether it compiles, what it cites and its examples.
 *
 * @param book compiled; empty if it does not compile
 * @param results of the examples, in the order of the files
 * @param problems each with file and line, failed examples among them
 */
public record BookTrial(String name, Optional<RuleBook> book, List<ExampleResult> results, List<String> problems) {

    private static final String WAITS_FOR_ARTICLE = "no such article and section";

    public boolean isPassed() {
        return problems.isEmpty();
    }

    /** Habits, tables and compilation only, which is what a start has time for. */
    static BookTrial compile(String name, RuleSources sources, RuleLanguage language) {
        var problems = new ArrayList<>(RuleHabits.problems(sources.text()));
        problems.addAll(language.tables().apply(sources.text()));
        if (!problems.isEmpty()) {
            return new BookTrial(name, Optional.empty(), List.of(), List.copyOf(problems));
        }
        try {
            return new BookTrial(name, Optional.of(RuleBook.compile(name, sources.text())), List.of(), List.of());
        } catch (RulesDoNotCompile e) {
            return new BookTrial(name, Optional.empty(), List.of(), e.problems());
        }
    }

    /** Everything. */
    public static BookTrial of(String name, RuleSources sources, RuleLanguage language, CitedArticles articles) {
        return compile(name, sources, language).prove(sources, language, articles);
    }

    /** Citations and examples, for a book that compiles. */
    BookTrial prove(RuleSources sources, RuleLanguage language, CitedArticles articles) {
        if (book.isEmpty()) {
            return this;
        }
        var compiled = book.get();
        var read = ExampleReader.read(sources.examples());
        var problems = new ArrayList<>(missingArticles(compiled, articles));
        problems.addAll(read.problems());
        problems.addAll(missingExamples(compiled, read.examples()));
        problems.addAll(strayExamples(compiled, read.examples()));
        var results =
                read.examples().stream().map(it -> run(compiled, it, language)).toList();
        results.stream()
                .filter(it -> !it.isPassed())
                .map(ExampleResult::complaint)
                .forEach(problems::add);
        return new BookTrial(name, book, results, List.copyOf(problems));
    }

    /** All that was missing were articles, and now they are there. */
    boolean waitedFor(CitedArticles articles) {
        return !problems.isEmpty()
                && problems.stream().allMatch(it -> it.endsWith(WAITS_FOR_ARTICLE))
                && book.filter(it -> missingArticles(it, articles).isEmpty()).isPresent();
    }

    private static List<String> missingArticles(RuleBook book, CitedArticles articles) {
        return book.rules().stream()
                .filter(it -> !articles.has(it.runbook()))
                .map(it -> "%s:%d: rule (%s) cites (%s): %s"
                        .formatted(it.file(), it.line(), it.name(), it.runbook(), WAITS_FOR_ARTICLE))
                .toList();
    }

    private static List<String> missingExamples(RuleBook book, List<Example> examples) {
        var problems = new ArrayList<String>();
        for (var rule : book.rules()) {
            var own = examples.stream()
                    .filter(it -> it.rule().equals(rule.name()))
                    .toList();
            if (own.stream().noneMatch(Example::fires)) {
                problems.add(missing(rule, "in which it fires"));
            }
            if (own.stream().noneMatch(Predicate.not(Example::fires))) {
                problems.add(missing(rule, "in which it stays quiet"));
            }
        }
        return problems;
    }

    private static String missing(Rule rule, String which) {
        return "%s:%d: rule (%s) has no example %s; write one into %s"
                .formatted(rule.file(), rule.line(), rule.name(), which, examplesOf(rule.file()));
    }

    private static List<String> strayExamples(RuleBook book, List<Example> examples) {
        var files = new HashMap<String, String>();
        book.rules().forEach(it -> files.put(it.name(), examplesOf(it.file())));
        var sentences = new TreeSet<String>();
        var problems = new ArrayList<String>();
        for (var each : examples) {
            var file = files.get(each.rule());
            if (file == null) {
                problems.add("%s:%d: no rule is called (%s); copy the sentence from the rule file"
                        .formatted(each.file(), each.line(), each.rule()));
            } else if (!file.equals(each.file())) {
                problems.add("%s:%d: the rule (%s) is in another file; its examples belong into %s"
                        .formatted(each.file(), each.line(), each.rule(), file));
            }
            if (!sentences.add(each.sentence())) {
                problems.add("%s:%d: (%s) is here twice".formatted(each.file(), each.line(), each.sentence()));
            }
        }
        return problems;
    }

    private static String examplesOf(String file) {
        return file.replaceFirst("\\.drl$", ".examples.yaml");
    }

    private static ExampleResult run(RuleBook book, Example example, RuleLanguage language) {
        try {
            var spoke = book.consult(language.facts().apply(example.facts()), language.vocabulary()).stream()
                    .anyMatch(it -> it.rule().equals(example.rule()));
            return new ExampleResult(example, spoke, Optional.empty());
        } catch (RuntimeException e) {
            return new ExampleResult(example, false, Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
