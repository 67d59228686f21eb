package whatnow.knowledge.foreign;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;

/**
 * What a foreign file is called: by its front matter, else its headings, else the navigation of its site, else
 * its own name.
 *
 * @param isGuessed nothing in the file says it, so its name does
 */
record Title(String words, boolean isGuessed) {

    static final int LONGEST = 200;

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

    static Title of(Head head, Outline outline, String navigationTitle, String path) {
        var known = said(head)
                .or(() -> headed(outline))
                .or(() -> Optional.of(navigationTitle).filter(it -> !it.isBlank()))
                .map(FrontMatterText::oneLine)
                .filter(it -> !it.isEmpty());
        return new Title(cut(known.orElseGet(() -> readable(path))), known.isEmpty());
    }

    /** The title of the front matter. It may hold Markdown, but is shown as words. */
    static Optional<String> said(Head head) {
        return head.first("title", "sidebar_label", "linktitle", "name")
                .map(it -> FrontMatterText.oneLine(it.replaceAll("[`*]", "")))
                .filter(it -> !it.isEmpty());
    }

    private static Optional<String> headed(Outline outline) {
        return outline.headings().stream()
                .filter(it -> it.getLevel() == 1)
                .findFirst()
                .map(Outline::words)
                .or(() -> outline.headings().stream()
                        .findFirst()
                        .map(Outline::words)
                        .filter(it -> !SAY_NOTHING.contains(it.toLowerCase(Locale.ROOT))));
    }

    boolean isSaidBy(Heading heading) {
        return heading.getLevel() == 1 || PathId.slug(Outline.words(heading)).equals(PathId.slug(words));
    }

    private static String cut(String title) {
        return title.length() > LONGEST
                ? title.substring(0, title.offsetByCodePoints(0, LONGEST / 2)).strip()
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
}
