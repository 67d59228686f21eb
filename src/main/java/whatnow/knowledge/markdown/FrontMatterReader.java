package whatnow.knowledge.markdown;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.markdown.FrontMatterYaml.Entry;

/** The lines between the two {@code ---} at the top of a file. */
final class FrontMatterReader {

    private static final String FENCE = "---";

    private final Map<String, Entry> entries;
    private final List<Remark> remarks = new ArrayList<>();

    private FrontMatterReader(Map<String, Entry> entries) {
        this.entries = new LinkedHashMap<>(entries);
    }

    record Head(Optional<ArticleId> id, Article.FrontMatter frontMatter, List<Remark> remarks, int lines) {}

    static Head read(List<String> lines) throws Unreadable {
        var end = end(lines);
        var yaml = String.join("\n", lines.subList(1, end)) + "\n";
        return new FrontMatterReader(FrontMatterYaml.read(yaml)).head(end + 1);
    }

    private static int end(List<String> lines) throws Unreadable {
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(FENCE)) {
            throw new Unreadable(1, "The file does not begin with front matter.", "a first line of three hyphens");
        }
        for (var line = 1; line < lines.size(); line++) {
            if (lines.get(line).stripTrailing().equals(FENCE)) {
                return line;
            }
        }
        throw new Unreadable(1, "The front matter does not end.", "a second line of three hyphens");
    }

    private Head head(int lines) throws Unreadable {
        var id = id();
        var frontMatter = new Article.FrontMatter(
                type(),
                required("title"),
                text("category"),
                list("services"),
                list("alerts"),
                list("scenarios"),
                list("strategies"),
                list("severities"),
                list("refs"),
                text("owner"),
                list("reviewers"),
                status(),
                parsed("last_reviewed", LocalDate::parse, "a date such as 2026-11-20"),
                parsed("review_cadence", Period::parse, "a period such as P3M"),
                parsed("estimated_duration", Duration::parse, "a duration such as PT45M"),
                list("tags"),
                related(),
                others());
        return new Head(id, frontMatter, remarks, lines);
    }

    private Optional<ArticleId> id() throws Unreadable {
        var written = required("id");
        if (!ArticleId.isSlug(written)) {
            throw new Unreadable(
                    2, "The id (%s) is not a slug.".formatted(written), "small letters, digits and hyphens");
        }
        return Optional.of(new ArticleId(written));
    }

    private Article.Type type() throws Unreadable {
        var entry = entries.get("type");
        var written = required("type");
        return named(Article.Type.values(), Article.Type::word, written)
                .orElseThrow(() -> new Unreadable(
                        entry == null ? 1 : entry.line(),
                        "The type (%s) is not known.".formatted(written),
                        words(Article.Type.values(), Article.Type::word)));
    }

    private Article.Status status() {
        var entry = entries.remove("status");
        if (entry == null) {
            remarks.add(new Remark(1, "The front matter has no status.", "one, such as approved"));
            return Article.Status.DRAFT;
        }
        return named(Article.Status.values(), Article.Status::word, entry.text())
                .orElseGet(() -> {
                    remarks.add(new Remark(
                            entry.line(),
                            "The status (%s) is not known; taken as draft.".formatted(entry.text()),
                            words(Article.Status.values(), Article.Status::word)));
                    return Article.Status.DRAFT;
                });
    }

    private List<ArticleId> related() {
        var entry = entries.get("related");
        var slugs = list("related");
        slugs.stream()
                .filter(it -> !ArticleId.isSlug(it))
                .forEach(it -> remarks.add(new Remark(
                        entry == null ? 1 : entry.line(),
                        "The related article (%s) is not an article id.".formatted(it),
                        "an id such as fail-back")));
        return slugs.stream().filter(ArticleId::isSlug).map(ArticleId::new).toList();
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser, String expected) {
        var entry = entries.remove(key);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(entry.text()));
        } catch (DateTimeException _) {
            remarks.add(new Remark(
                    entry.line(), "The value of %s (%s) cannot be read.".formatted(key, entry.text()), expected));
            return Optional.empty();
        }
    }

    private String required(String key) throws Unreadable {
        var value = text(key);
        if (value.isBlank()) {
            throw new Unreadable(1, "The front matter has no %s.".formatted(key), "a line %s: ...".formatted(key));
        }
        return value;
    }

    private String text(String key) {
        var entry = entries.remove(key);
        return entry == null ? "" : entry.text();
    }

    private List<String> list(String key) {
        var entry = entries.remove(key);
        return entry == null ? List.of() : entry.values();
    }

    private Map<String, List<String>> others() {
        var others = new TreeMap<String, List<String>>();
        entries.forEach((key, entry) -> others.put(key, entry.values()));
        return Collections.unmodifiableMap(others);
    }

    private static <T> Optional<T> named(T[] all, Function<T, String> word, String written) {
        return Arrays.stream(all)
                .filter(it -> word.apply(it).equals(written.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static <T> String words(T[] all, Function<T, String> word) {
        return Arrays.stream(all).map(word).collect(Collectors.joining(", ", "one of ", ""));
    }
}
