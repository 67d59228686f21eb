package whatnow.knowledge.foreign;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;

/** Our own front matter, completed from what a foreign file says. The table is in docs/importing.md. */
final class FrontMatterWriter {

    private static final int MOST_OTHERS = 40;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST = 500;

    /** Well below what the reader bears, whatever letters it is written in. */
    private static final int MOST_LENGTH = 15_000;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SPAN = Pattern.compile("(?i)(\\d{1,3})\\s*(day|week|month|year)s?");
    private static final Pattern KEY = Pattern.compile("[a-z_][a-z0-9_.]{0,60}");
    private static final Predicate<String> ANY = _ -> true;

    /** Keys of ours that are taken over when the value has the shape that we expect. */
    private static final Map<String, Predicate<String>> SAME = new LinkedHashMap<>();

    static {
        SAME.put(
                "category",
                Set.of("system_architecture", "operational_procedures", "troubleshooting_guides", "recovery_procedures")
                        ::contains);
        SAME.put("scenarios", ANY);
        SAME.put("strategies", ANY);
        SAME.put("severities", Pattern.compile("SEV[1-5]|UNKNOWN").asMatchPredicate());
        SAME.put("refs", ANY);
        SAME.put("reviewers", ANY);
        SAME.put("estimated_duration", parses(Duration::parse));
        SAME.put("related", ArticleId::isSlug);
        SAME.put("tiers", ANY);
        SAME.put("regions", ANY);
        SAME.put("plan", ArticleId::isSlug);
        SAME.put("last_drilled", parses(LocalDate::parse));
        SAME.put("rto", parses(Duration::parse));
        SAME.put("supersedes", ArticleId::isSlug);
        SAME.put("incidents", Pattern.compile("INC-\\d{4}-\\d{4,}").asMatchPredicate());
        SAME.put("weight", Pattern.compile("-?\\d{1,6}").asMatchPredicate());
    }

    private static final Set<String> LISTS = Set.of(
            "scenarios",
            "strategies",
            "severities",
            "refs",
            "reviewers",
            "related",
            "tiers",
            "regions",
            "supersedes",
            "incidents");

    /** Keys that are said in another way above. */
    private static final Set<String> SAID =
            Set.of("id", "title", "status", "owner", "last_reviewed", "review_cadence", "tags", "services", "alerts");

    private final Head head;
    private final StringBuilder text = new StringBuilder("---\n");

    private FrontMatterWriter(Head head) {
        this.head = head;
    }

    /** @param from the path of the file that it was made from */
    static String write(String id, Article.Type type, String title, Set<String> alerts, String from, Head head) {
        return new FrontMatterWriter(head).write(id, type, title, alerts, from);
    }

    private String write(String id, Article.Type type, String title, Set<String> alerts, String from) {
        line("id", id);
        line("type", type.word());
        quoted("title", title);
        list("services", services());
        list("alerts", alerts);
        quoted("owner", owner());
        line("status", status().word());
        reviewed().ifPresent(it -> line("last_reviewed", it.toString()));
        cadence().ifPresent(it -> line("review_cadence", it.toString()));
        list("tags", tags());
        SAME.forEach(this::same);
        quoted("imported_from", from);
        others(type);
        return text.append("---\n").toString();
    }

    private Set<String> services() {
        return values("services", "service", "applications", "app");
    }

    private String owner() {
        return head.first("owner", "owner_slack", "team", "owners", "owning_team", "extra.owner", "extra.team")
                .map(FrontMatterWriter::oneLine)
                .orElse("");
    }

    /**
     * Somebody uses it, so it is no draft; nobody here has looked at it, so it is not approved. It waits for
     * its first review.
     */
    private Article.Status status() {
        if (head.first("draft").filter("true"::equalsIgnoreCase).isPresent()) {
            return Article.Status.DRAFT;
        }
        var written = head.first("status").orElse("").toLowerCase(Locale.ROOT);
        return Stream.of(Article.Status.values())
                .filter(it -> it.word().equals(written))
                .findFirst()
                .orElse(Article.Status.TECHNICAL_REVIEW);
    }

    private Optional<LocalDate> reviewed() {
        return Stream.of(
                        "last_reviewed",
                        "last_reviewed_on",
                        "reviewed",
                        "lastmod",
                        "last_modified_at",
                        "last_updated",
                        "updated",
                        "date")
                .flatMap(it -> head.first(it).flatMap(FrontMatterWriter::date).stream())
                .findFirst();
    }

    private static Optional<LocalDate> date(String written) {
        var date = DATE.matcher(written);
        if (!date.lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(date.group()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Period> cadence() {
        return head.first("review_cadence", "review_in").flatMap(FrontMatterWriter::period);
    }

    private static Optional<Period> period(String written) {
        var span = SPAN.matcher(written.strip());
        if (span.matches()) {
            var number = Integer.parseInt(span.group(1));
            return Optional.of(
                    switch (span.group(2).toLowerCase(Locale.ROOT)) {
                        case "day" -> Period.ofDays(number);
                        case "week" -> Period.ofWeeks(number);
                        case "month" -> Period.ofMonths(number);
                        default -> Period.ofYears(number);
                    });
        }
        try {
            return Optional.of(Period.parse(written.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** What people file it under, as words that search compares: small letters and hyphens. */
    private Set<String> tags() {
        return values("tags", "tag", "keywords", "categories", "category", "section", "parent", "taxonomies.tags")
                .stream()
                .map(it -> PathId.slug(it.replaceFirst("\\.html?$", "")))
                .filter(it -> !it.isEmpty() && it.length() <= 60)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> values(String... names) {
        return Stream.of(names)
                .flatMap(it -> head.all(it).stream())
                .flatMap(it -> Stream.of(it.split(",")))
                .map(FrontMatterWriter::oneLine)
                .filter(it -> !it.isEmpty())
                .limit(MOST_VALUES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void same(String key, Predicate<String> isOurs) {
        var values = head.all(key);
        if (values.isEmpty()) {
            return;
        }
        if (!values.stream().allMatch(isOurs)) {
            list("original_" + key, values);
        } else if (LISTS.contains(key)) {
            list(key, values);
        } else {
            quoted(key, values.getFirst());
        }
    }

    /** Nothing that somebody wrote down is lost, and nothing of it can be taken for a key of ours. */
    private void others(Article.Type type) {
        head.keys().keySet().stream()
                .filter(it -> KEY.matcher(it).matches() && !SAID.contains(it) && !SAME.containsKey(it))
                .filter(it -> !it.equals("imported_from") && !head.all(it).isEmpty())
                .filter(it -> !it.equals("type") || !head.all(it).getFirst().equals(type.word()))
                .limit(MOST_OTHERS)
                .forEach(it -> list(it.equals("type") ? "original_type" : it, head.all(it)));
    }

    private void line(String key, String value) {
        if (text.length() + value.length() < MOST_LENGTH) {
            text.append(key).append(": ").append(value).append('\n');
        }
    }

    private void quoted(String key, String value) {
        line(key, quote(value));
    }

    private void list(String key, Iterable<String> values) {
        var some = new LinkedHashSet<String>();
        values.forEach(it -> {
            if (some.size() < MOST_VALUES) {
                some.add(quote(it));
            }
        });
        line(key, "[" + String.join(", ", some) + "]");
    }

    private static String quote(String value) {
        var words = oneLine(value);
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Without line breaks and what cannot be printed, and not longer than a reader bears. */
    static String oneLine(String words) {
        var line = words.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF\\p{Z}]+", " ")
                .strip();
        return line.length() > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST / 2)).strip()
                : line;
    }

    private static Predicate<String> parses(Function<String, ?> parser) {
        return it -> {
            try {
                return parser.apply(it) != null;
            } catch (DateTimeException _) {
                return false;
            }
        };
    }
}
