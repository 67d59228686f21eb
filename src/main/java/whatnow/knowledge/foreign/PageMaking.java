package whatnow.knowledge.foreign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.foreign.Foreign.Page;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.HeadingId;
import whatnow.knowledge.markdown.Markdown;
import whatnow.knowledge.markdown.Reading;
import whatnow.knowledge.markdown.Remark;

/** One file on its way to an article. */
final class PageMaking {

    private static final int MOST_HEADINGS = 450;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern WRITTEN_ID = Pattern.compile("\\{#([a-z0-9-]{1,100})}$");

    /** Headings that stand in many files and name none. */
    private static final Set<String> SAY_NOTHING = Set.of(
            "summary",
            "overview",
            "introduction",
            "description",
            "symptoms",
            "meaning",
            "impact",
            "background",
            "context",
            "purpose",
            "steps",
            "applicable versions",
            "table of contents",
            "contents",
            "details",
            "about",
            "timeline");

    private final String path;
    private final String prefix;
    private final Head head;
    private final List<Remark> remarks = new ArrayList<>();
    private final String body;
    private final Parsed parsed;
    private final String title;
    private final boolean isTitleGuessed;

    PageMaking(String path, String prefix, String navigationTitle, RawFile raw) {
        this.path = path;
        this.prefix = prefix;
        this.head = Head.of(raw.text());
        remarks.addAll(head.remarks());
        if (raw.isGuess()) {
            remarks.add(new Remark(1, "The file is not UTF-8 and was read as windows-1252.", "UTF-8 text"));
        }
        var said = head.first("title", "sidebar_label", "linktitle", "name")
                .map(PageMaking::words)
                .filter(it -> !it.isEmpty());
        var isMdx = path.toLowerCase(Locale.ROOT).endsWith(".mdx");
        var plain = PlainMarkdown.of(head.body(), said.orElse(""), isMdx).strip();
        this.parsed = bounded(plain);
        this.body = parsed.text();
        var known = said.or(this::headed)
                .or(() -> Optional.of(navigationTitle).filter(it -> !it.isBlank()))
                .map(FrontMatterWriter::oneLine)
                .filter(it -> !it.isEmpty());
        this.isTitleGuessed = known.isEmpty();
        this.title = cut(known.orElseGet(() -> readable(path)));
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** @param free makes an id of the wanted one and the path, if another has it already */
    Optional<Page> page(BiFunction<String, String, ArticleId> free) {
        var wanted = prefix.isEmpty()
                ? head.first("id")
                        .filter(it -> isOurs() && ArticleId.isSlug(it))
                        .orElseGet(() -> PathId.of("", path))
                : PathId.of(prefix, path);
        var id = free.apply(wanted, path);
        var alerts = alerts();
        var type = type(alerts);
        if (type == Article.Type.RUNBOOK) {
            alerts.addAll(alertsInHeadings());
        }
        var front = FrontMatterWriter.write(id.slug(), type, title, alerts, path, head);
        var text = front + "\n" + unique(titled()) + "\n";
        return switch (ArticleReader.read(path, text.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Read(var article, var _) -> Optional.of(new Page(article, isTitleGuessed));
            case Reading.Broken(var reason) -> {
                remarks.add(reason);
                yield Optional.empty();
            }
        };
    }

    /** Whether somebody wrote it for us. */
    private boolean isOurs() {
        return head.first("type").isPresent() && head.keys().containsKey("review_cadence");
    }

    private Article.Type type(Set<String> alerts) {
        return TypeGuess.of(head, path, title, !alerts.isEmpty());
    }

    private LinkedHashSet<String> alerts() {
        var alerts = new LinkedHashSet<String>();
        List.of("alerts", "alert", "alertname", "alert_name").forEach(it -> alerts.addAll(head.all(it)));
        var isRunbook = TypeGuess.of(head, path, title, false) == Article.Type.RUNBOOK;
        for (var name : List.of(title, PathId.parts(path).getLast())) {
            (isRunbook ? AlertNames.named(name) : AlertNames.titled(name)).ifPresent(alerts::add);
        }
        return alerts;
    }

    private List<String> alertsInHeadings() {
        return parsed.headings().stream()
                .flatMap(it -> AlertNames.headed(words(it)).stream())
                .toList();
    }

    /** Every article begins with a heading; one that does not say the title gets it above. */
    private Parsed titled() {
        if (parsed.first() instanceof Heading heading && (heading.getLevel() == 1 || isTitle(heading))) {
            return parsed;
        }
        return Parsed.of("# " + escaped(title) + (body.isEmpty() ? "" : "\n\n" + body));
    }

    private boolean isTitle(Heading heading) {
        return PathId.slug(Markdown.plain(heading)).equals(PathId.slug(title));
    }

    private static String escaped(String words) {
        return words.replaceAll("([\\\\`*_\\[\\]<>#{}|!~])", "\\\\$1");
    }

    private Optional<String> headed() {
        var headings = parsed.headings();
        return headings.stream()
                .filter(it -> it.getLevel() == 1)
                .findFirst()
                .map(PageMaking::words)
                .or(() -> headings.stream()
                        .findFirst()
                        .map(PageMaking::words)
                        .filter(it -> !SAY_NOTHING.contains(it.toLowerCase(Locale.ROOT))));
    }

    private static String words(Node node) {
        return Markdown.plain(node).replaceAll("[`*]", "").strip();
    }

    /** A title may hold Markdown, but we show it as words. */
    private static String words(String title) {
        return FrontMatterWriter.oneLine(title.replaceAll("[`*]", ""));
    }

    private static String cut(String title) {
        return title.length() > LONGEST_TITLE
                ? title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE / 2))
                        .strip()
                : title;
    }

    private static String readable(String path) {
        var name = PathId.parts(path).getLast();
        if (AlertNames.named(name).isPresent()) {
            return name;
        }
        var words = name.replaceAll("[-_+.]+", " ").replaceAll("\\s+", " ").strip();
        return words.isEmpty() ? "Untitled" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** No more headings than the reader takes. */
    private Parsed bounded(String markdown) {
        var parsed = Parsed.of(markdown);
        var headings = parsed.headings();
        if (headings.size() <= MOST_HEADINGS) {
            return parsed;
        }
        remarks.add(new Remark(
                1,
                "The file has %d headings; those after the first %d became text."
                        .formatted(headings.size(), MOST_HEADINGS),
                "at most %d".formatted(MOST_HEADINGS)));
        var lines = lines(markdown);
        headings.subList(MOST_HEADINGS, headings.size()).forEach(it -> demote(lines, it));
        return Parsed.of(String.join("\n", lines));
    }

    private static void demote(List<String> lines, Heading heading) {
        var first = Markdown.line(heading) - 1;
        var last = heading.getSourceSpans().getLast().getLineIndex();
        if (last > first) {
            lines.set(last, "");
        } else {
            lines.set(first, "\n" + words(heading) + "\n");
        }
    }

    /** A written id that another heading has already gets a number, as made ones do. */
    private static String unique(Parsed parsed) {
        var lines = lines(parsed.text());
        var ids = parsed.headings().stream().map(it -> HeadingId.of(it).value()).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (var heading : parsed.headings()) {
            var line = Markdown.line(heading) - 1;
            var written = WRITTEN_ID.matcher(lines.get(line).stripTrailing());
            var id = written.find() ? written.group(1) : HeadingId.of(heading).value();
            if (!seen.add(id)) {
                var other = free(id, ids);
                ids.add(other);
                seen.add(other);
                lines.set(line, written.replaceFirst("{#" + other + "}"));
            }
        }
        return String.join("\n", lines);
    }

    private static String free(String id, Set<String> ids) {
        var start = id.substring(0, Math.min(id.length(), 90)).replaceFirst("-+$", "");
        var number = 2;
        while (ids.contains(start + "-" + number)) {
            number++;
        }
        return start + "-" + number;
    }

    private static ArrayList<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }
}
