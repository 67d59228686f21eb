package whatnow.knowledge.foreign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.foreign.Foreign.Page;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Markdown;
import whatnow.knowledge.markdown.Reading;
import whatnow.knowledge.markdown.Remark;

/** One file on its way to an article. */
final class PageMaking {

    private static final int MOST_HEADINGS = 450;

    private final String path;
    private final String prefix;
    private final Head head;
    private final List<Remark> remarks = new ArrayList<>();
    private final String plain;
    private final Outline outline;
    private final Title title;

    PageMaking(String path, String prefix, String navigationTitle, RawFile raw) {
        this.path = path;
        this.prefix = prefix;
        this.head = Head.of(raw.text());
        remarks.addAll(head.remarks());
        if (raw.isGuess()) {
            remarks.add(new Remark(1, "The file is not UTF-8 and was read as windows-1252.", "UTF-8 text"));
        }
        var isMdx = path.toLowerCase(Locale.ROOT).endsWith(".mdx");
        this.plain = PlainMarkdown.of(head.body(), Title.said(head).orElse(""), isMdx)
                .strip();
        this.outline = Markdown.isTooDense(plain) ? dense() : bounded();
        this.title = Title.of(head, outline, navigationTitle, path);
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** @param free makes an id of the wanted one and the path, if another has it already */
    Optional<Page> page(BiFunction<String, String, ArticleId> free) {
        var id = free.apply(wantedId(), path);
        var alerts = alerts();
        var type = TypeGuess.of(head, path, title.words(), !alerts.isEmpty());
        if (type == Article.Type.RUNBOOK) {
            alerts.addAll(alertsInHeadings());
        }
        var front = FrontMatterWriter.write(id.slug(), type, title.words(), alerts, path, head);
        if (front.isCut()) {
            remarks.add(new Remark(
                    1, "The front matter is too long; part of it is left out.", "at most 40 keys of 50 values"));
        }
        var text = front.end();
        return read(text, outline).or(() -> read(text, refused()));
    }

    private Optional<Page> read(String front, Outline body) {
        var text = front + "\n" + titled(body) + "\n";
        return switch (ArticleReader.read(path, text.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Read(var article, var _) -> Optional.of(new Page(article, title.isGuessed()));
            case Reading.Broken(var reason) -> {
                remarks.add(reason);
                yield Optional.empty();
            }
        };
    }

    private String wantedId() {
        if (!prefix.isEmpty()) {
            return PathId.of(prefix, path);
        }
        return head.first("id").filter(it -> isOurs() && ArticleId.isSlug(it)).orElseGet(() -> PathId.of("", path));
    }

    /** Whether somebody wrote it for us. */
    private boolean isOurs() {
        return head.first("type").isPresent() && head.keys().containsKey("review_cadence");
    }

    private Set<String> alerts() {
        var alerts = new LinkedHashSet<String>();
        List.of("alerts", "alert", "alertname", "alert_name").forEach(it -> alerts.addAll(head.all(it)));
        var isRunbook = TypeGuess.of(head, path, title.words(), false) == Article.Type.RUNBOOK;
        for (var name : List.of(title.words(), PathId.parts(path).getLast())) {
            (isRunbook ? AlertNames.named(name) : AlertNames.titled(name)).ifPresent(alerts::add);
        }
        return alerts;
    }

    private List<String> alertsInHeadings() {
        return outline.headings().stream()
                .flatMap(it -> AlertNames.headed(Outline.words(it)).stream())
                .toList();
    }

    /** Every article begins with a heading; one that does not say the title gets it above. */
    private String titled(Outline body) {
        if (body.beginsWithHeading() && title.isSaidBy(body.headings().getFirst())) {
            return body.withUniqueIds(Set.of());
        }
        var below = body.withUniqueIds(Set.of(ArticleReader.headingId(title.words())));
        return "# " + Outline.escaped(title.words()) + (below.isEmpty() ? "" : "\n\n" + below);
    }

    /** No more headings than the reader takes. */
    private Outline bounded() {
        var all = Outline.of(plain);
        var many = all.headings().size();
        if (many <= MOST_HEADINGS) {
            return all;
        }
        remarks.add(new Remark(
                1,
                "The file has %d headings; those after the first %d became text.".formatted(many, MOST_HEADINGS),
                "at most %d".formatted(MOST_HEADINGS)));
        return all.withAtMost(MOST_HEADINGS);
    }

    private Outline dense() {
        remarks.add(new Remark(
                1,
                "The file has more line ends, brackets, stars and other marks than are read; its words became plain text.",
                "an article that people read; data belongs into a file beside it"));
        return bare();
    }

    /** What the reader still refuses comes over all the same. */
    private Outline refused() {
        remarks.add(new Remark(1, "The words of the file became plain text.", "an article that can be read"));
        return bare();
    }

    private Outline bare() {
        var first = plain.lines().findFirst().orElse("");
        return Outline.of(
                first.startsWith("# ") && first.length() <= Title.LONGEST
                        ? first + "\n\n" + BareWords.of(plain.substring(first.length()))
                        : BareWords.of(plain));
    }
}
