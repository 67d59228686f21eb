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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.markdown.FrontMatterYaml.Entry;

/** The lines between the two {@code ---} at the top of a file. */
final class FrontMatterReader {

    private static final String FENCE = "---";
    private static final String A_DATE = "a date such as 2026-11-20";
    private static final String A_DURATION = "a duration such as PT45M or 45m";
    private static final int LONGEST_SHOWN = 60;
    private static final Pattern BRIEF = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Predicate<String> SLUG = ArticleId::isSlug;
    private static final Predicate<String> INCIDENT =
            Pattern.compile("INC-\\d{4}-\\d{4,9}|DR-\\d{8}-\\d{6}").asMatchPredicate();

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
                category(),
                list("services"),
                list("alerts"),
                list("scenarios"),
                list("strategies"),
                list("severities"),
                list("refs"),
                text("owner"),
                list("reviewers"),
                status(),
                parsed("last_reviewed", LocalDate::parse, A_DATE),
                parsed("review_cadence", Period::parse, "a period such as P3M"),
                parsed("estimated_duration", FrontMatterReader::duration, A_DURATION),
                list("tags"),
                articles("related"),
                new Article.Reach(
                        list("tiers"),
                        list("regions"),
                        like("plan", SLUG, "the id of a plan, such as freight"),
                        parsed("rto", FrontMatterReader::duration, A_DURATION)),
                new Article.Past(
                        parsed("last_drilled", LocalDate::parse, A_DATE),
                        articles("supersedes"),
                        only("incidents", INCIDENT, "numbers of incidents, such as INC-2026-0042")),
                parsed("weight", Integer::valueOf, "a whole number such as 20"),
                others());
        return new Head(id, frontMatter, remarks, lines);
    }

    private Optional<ArticleId> id() throws Unreadable {
        var line = line("id");
        var written = required("id");
        if (!ArticleId.isSlug(written)) {
            throw new Unreadable(
                    line, "The id (%s) is not a slug.".formatted(shown(written)), "small letters, digits and hyphens");
        }
        return Optional.of(new ArticleId(written));
    }

    private Article.Type type() throws Unreadable {
        var line = line("type");
        var written = required("type");
        return named(Article.Type.values(), Article.Type::word, written.replace('_', '-'))
                .orElseThrow(() -> new Unreadable(
                        line,
                        "The type (%s) is not known.".formatted(shown(written)),
                        words(Article.Type.values(), Article.Type::word)));
    }

    private String category() {
        var line = line("category");
        var written = text("category");
        if (!written.isEmpty() && Article.Category.of(written).isEmpty()) {
            remark(
                    line,
                    "The category (%s) is not known.".formatted(shown(written)),
                    words(Article.Category.values(), Article.Category::word));
        }
        return written;
    }

    private Article.Status status() {
        var line = line("status");
        var written = text("status");
        if (written.isEmpty()) {
            remark(1, "The front matter has no status.", "one, such as approved");
            return Article.Status.DRAFT;
        }
        return named(Article.Status.values(), Article.Status::word, written).orElseGet(() -> {
            remark(
                    line,
                    "The status (%s) is not known; taken as draft.".formatted(shown(written)),
                    words(Article.Status.values(), Article.Status::word));
            return Article.Status.DRAFT;
        });
    }

    private List<ArticleId> articles(String key) {
        return only(key, SLUG, "ids of articles, such as fail-back").stream()
                .map(ArticleId::new)
                .toList();
    }

    /** The values that have the shape; each other one is named. */
    private List<String> only(String key, Predicate<String> shape, String expected) {
        var line = line(key);
        var values = list(key);
        values.stream()
                .filter(shape.negate())
                .forEach(it -> remark(
                        line,
                        "The value (%s) of %s is left out: it has another shape.".formatted(shown(it), key),
                        expected));
        return values.stream().filter(shape).toList();
    }

    private Optional<String> like(String key, Predicate<String> shape, String expected) {
        return parsed(
                key,
                written -> {
                    if (!shape.test(written)) {
                        throw new IllegalArgumentException("It has another shape.");
                    }
                    return written;
                },
                expected);
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser, String expected) {
        var line = line(key);
        var written = text(key);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(written));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException _) {
            remark(line, "The value of %s (%s) cannot be read.".formatted(key, shown(written)), expected);
            return Optional.empty();
        }
    }

    /** ISO 8601, or what people write: {@code 45m}. */
    private static Duration duration(String written) {
        var brief = BRIEF.matcher(written);
        if (!brief.matches()) {
            return Duration.parse(written);
        }
        var unit = brief.group(2);
        return Duration.parse(unit.equals("d") ? "P" + written : "PT" + written);
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
        if (entry != null && entry.values().size() > 1) {
            remark(
                    entry.line(),
                    "The value of %s is a list of %d."
                            .formatted(key, entry.values().size()),
                    "one value");
        }
        return entry == null ? "" : entry.text();
    }

    private List<String> list(String key) {
        var entry = entries.remove(key);
        return entry == null ? List.of() : entry.values();
    }

    private int line(String key) {
        var entry = entries.get(key);
        return entry == null ? 1 : entry.line();
    }

    private void remark(int line, String what, String expected) {
        remarks.add(new Remark(line, what, expected));
    }

    private Map<String, List<String>> others() {
        var others = new TreeMap<String, List<String>>();
        entries.forEach((key, entry) -> others.put(key, entry.values()));
        return Collections.unmodifiableMap(others);
    }

    private static String shown(String written) {
        return written.length() <= LONGEST_SHOWN ? written : written.substring(0, LONGEST_SHOWN) + "…";
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
