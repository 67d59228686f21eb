package whatnow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import whatnow.knowledge.Article;
import whatnow.testkit.ShippedArticles;
import whatnow.testkit.Texts;

/** The list that says of every row of the source plans where the product keeps it, and what is wrong with it. */
final class SourceRows {

    static final String HEAD = "row,title,home,note";

    /** So many may wait for a later feature. */
    static final int MOST_LATER = 50;

    private static final Path FOLDER = Path.of("knowledge-base");
    private static final List<Article> ARTICLES = articles();
    private static final Map<Path, Object> PLANS = new ConcurrentHashMap<>();
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");
    private static final Pattern HOME = Pattern.compile("knowledge-base/(?<path>[^#]+)#(?<anchor>.+)");

    /**
     * One line of the list.
     *
     * @param home file and anchor, or {@code later:} and a feature
     */
    record Row(String id, String title, String home, String note) {

        boolean isLater() {
            return home.startsWith("later:");
        }

        boolean isInPlan() {
            return home.startsWith("knowledge-base/plans/");
        }
    }

    static List<Row> read(String csv) {
        return csv.lines().skip(1).map(SourceRows::row).toList();
    }

    /**
     * Sentences; none when all is well.
     *
     * @param known ids there are
     * @param procedures ids of rows that are procedure text, the only ones with an article as their home
     * @param proved ids whose figures a test compares with the plan
     */
    static List<String> problems(List<Row> rows, Collection<String> known, Set<String> procedures, Set<String> proved) {
        var found = new ArrayList<String>();
        var listed = rows.stream().map(Row::id).toList();
        known.stream().filter(it -> !listed.contains(it)).forEach(it -> found.add(it + " is missing"));
        listed.stream().filter(it -> !known.contains(it)).forEach(it -> found.add(it + " is unknown"));
        listed.stream()
                .filter(it -> listed.indexOf(it) != listed.lastIndexOf(it))
                .distinct()
                .forEach(it -> found.add(it + " is listed more than once"));
        if (rows.stream().filter(Row::isLater).count() > MOST_LATER) {
            found.add("more than %d rows are left for later".formatted(MOST_LATER));
        }
        rows.forEach(it -> problem(it, procedures, proved).ifPresent(problem -> found.add(it.id() + " " + problem)));
        return found;
    }

    private static Optional<String> problem(Row row, Set<String> procedures, Set<String> proved) {
        if (row.title().isBlank()) {
            return Optional.of("has no title");
        }
        if (row.isLater()) {
            var saysWhy =
                    row.home().length() > "later: ".length() && !row.note().isBlank();
            return saysWhy ? Optional.empty() : Optional.of("is left for later without a reason");
        }
        var home = HOME.matcher(row.home());
        if (!home.matches() || !Files.isRegularFile(FOLDER.resolve(home.group("path")))) {
            return Optional.of("has a home that does not exist: " + row.home());
        }
        return row.isInPlan()
                ? problemInPlan(row, home.group("path"), home.group("anchor"), proved)
                : problemInArticle(row, home.group("path"), home.group("anchor"), procedures);
    }

    private static Optional<String> problemInPlan(Row row, String path, String anchor, Set<String> proved) {
        var part = part(FOLDER.resolve(path), anchor);
        if (part.isEmpty()) {
            return Optional.of("has a home that does not exist: " + row.home());
        }
        if (!cites(part.get(), row.id())) {
            return Optional.of("is cited by nothing in " + row.home());
        }
        return proved.contains(row.id()) ? Optional.empty() : Optional.of("is proved by no assertion");
    }

    private static Optional<String> problemInArticle(Row row, String path, String anchor, Set<String> procedures) {
        var article = ARTICLES.stream().filter(it -> it.path().equals(path)).findFirst();
        if (article.flatMap(it -> it.section(anchor)).isEmpty()) {
            return Optional.of("has a home that does not exist: " + row.home());
        }
        if (!procedures.contains(row.id())) {
            return Optional.of("is no procedure text, so an article is no home for it");
        }
        return article.orElseThrow().frontMatter().refs().contains(row.id())
                ? Optional.empty()
                : Optional.of("is not among the refs of " + path);
    }

    /** A top-level key of a plan as it is written, or one of its reference tables. */
    private static Optional<Object> part(Path plan, String anchor) {
        var part = PLANS.computeIfAbsent(
                plan, it -> new Load(LoadSettings.builder().build()).loadFromString(Texts.read(it)));
        for (var key : anchor.startsWith("reference.") ? anchor.split("\\.", 2) : new String[] {anchor}) {
            part = part instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(part);
    }

    private static boolean cites(Object part, String row) {
        return switch (part) {
            case Map<?, ?> map ->
                map.get("rows") instanceof List<?> rows && rows.contains(row)
                        || map.values().stream().anyMatch(it -> it != null && cites(it, row));
            case List<?> list -> list.stream().anyMatch(it -> it != null && cites(it, row));
            default -> false;
        };
    }

    private static List<Article> articles() {
        try (var library = ShippedArticles.library()) {
            return library.all();
        }
    }

    private static Row row(String line) {
        var cells = CELL.matcher(line)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1).replace("\"\"", "\""))
                .collect(Collectors.toCollection(ArrayList::new));
        if (cells.size() != 4) {
            throw new IllegalArgumentException(
                    "The line (%s) has not four cells. Try quotes around commas.".formatted(line));
        }
        return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }

    private SourceRows() {}
}
