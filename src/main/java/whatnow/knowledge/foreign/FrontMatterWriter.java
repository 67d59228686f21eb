package whatnow.knowledge.foreign;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
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
    private final FrontMatterText text = new FrontMatterText();

    private FrontMatterWriter(Head head) {
        this.head = head;
    }

    /** @param from the path of the file that it was made from */
    static FrontMatterText write(
            String id, Article.Type type, String title, Set<String> alerts, String from, Head head) {
        return new FrontMatterWriter(head).write(id, type, title, alerts, from);
    }

    private FrontMatterText write(String id, Article.Type type, String title, Set<String> alerts, String from) {
        text.line("id", id);
        text.line("type", type.word());
        text.quoted("title", title);
        text.list("services", services());
        text.list("alerts", alerts);
        text.quoted("owner", owner());
        text.line("status", status().word());
        ReviewTimes.last(head).ifPresent(it -> text.line("last_reviewed", it.toString()));
        ReviewTimes.cadence(head).ifPresent(it -> text.line("review_cadence", it.toString()));
        text.list("tags", tags());
        SAME.forEach(this::same);
        text.quoted("imported_from", from);
        others(type);
        return text;
    }

    private Set<String> services() {
        return values("services", "service", "applications", "app");
    }

    private String owner() {
        return head.first("owner", "owner_slack", "team", "owners", "owning_team", "extra.owner", "extra.team")
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
                .map(FrontMatterText::oneLine)
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
            text.list("original_" + key, values);
        } else if (LISTS.contains(key)) {
            text.list(key, values);
        } else {
            text.quoted(key, values.getFirst());
        }
    }

    /** Nothing that somebody wrote down is lost, and nothing of it can be taken for a key of ours. */
    private void others(Article.Type type) {
        var others = head.keys().keySet().stream()
                .filter(it -> KEY.matcher(it).matches() && !SAID.contains(it) && !SAME.containsKey(it))
                .filter(it -> !it.equals("imported_from") && !head.all(it).isEmpty())
                .filter(it -> !it.equals("type") || !head.all(it).getFirst().equals(type.word()))
                .toList();
        if (others.size() > MOST_OTHERS) {
            text.cut();
        }
        others.stream()
                .limit(MOST_OTHERS)
                .forEach(it -> text.list(it.equals("type") ? "original_type" : it, head.all(it)));
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
