package whatnow.knowledge.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.foreign.Foreign;
import whatnow.knowledge.foreign.PathId;

/**
 * Where the files of a foreign folder lie now. Site generators address a page in many ways: by its file, by
 * the page made from it, from the root of the site, from the folder that the page seems to be.
 */
final class Whereabouts {

    static final int LARGEST_ATTACHMENT = 10 * 1024 * 1024;

    /** Only what the library shows or hands out; the same endings, nothing that could run. */
    private static final Set<String> ATTACHMENTS = Set.of(
            "png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "txt", "csv", "json", "yaml", "yml", "drawio", "puml");

    private final String name;
    private final Map<String, Article> pages = new HashMap<>();
    private final Map<String, Article> paths = new HashMap<>();
    private final Set<String> attachments;
    private final SitePaths sitePaths = new SitePaths();
    private final Map<String, String> used = new TreeMap<>();
    private final Map<ArticleId, Map<String, String>> anchors = new HashMap<>();

    Whereabouts(Foreign.Folder folder, String name) {
        this.name = name;
        this.attachments = new HashSet<>(folder.attachments());
        for (var article : folder.articles()) {
            var path = article.path();
            paths.put(path, article);
            pages.putIfAbsent(SitePaths.key(path), article);
            sitePaths.add(path);
        }
        folder.articles().forEach(this::formerly);
    }

    /** The name of its file, in the one folder that all articles of an import lie in. */
    static String file(Article article) {
        return article.id().slug() + ".md";
    }

    /** Attachments that somebody points to: the path there and the name here. */
    Map<String, String> used() {
        return used;
    }

    Optional<Article> page(String from, String to) {
        var candidates = sitePaths.candidates(from, to);
        for (var path : candidates) {
            var exact = paths.get(path);
            if (exact != null) {
                return Optional.of(exact);
            }
        }
        return candidates.stream()
                .flatMap(it -> Optional.ofNullable(pages.get(SitePaths.key(it))).stream())
                .findFirst();
    }

    /** The name that the file has here, once it is brought along. */
    Optional<String> attachment(String from, String to) {
        return sitePaths.candidates(from, to).stream()
                .filter(attachments::contains)
                .filter(it -> ATTACHMENTS.contains(ending(it)))
                .findFirst()
                .map(it -> used.computeIfAbsent(it, this::attached));
    }

    /** The id of a section by the name that other tools give its heading. */
    Optional<String> section(Article article, String anchor) {
        var known = anchors.computeIfAbsent(article.id(), _ -> HeadingAnchors.of(article));
        return Optional.ofNullable(known.get(anchor.toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(known.get(PathId.slug(anchor))));
    }

    private String attached(String path) {
        var bare = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        return "images/" + PathId.told(PathId.slug(name + "-" + bare), path) + "." + ending(path);
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Where the site also serves the page, by its own word. */
    private void formerly(Article article) {
        for (var key : List.of("permalink", "url", "aliases", "redirect_from")) {
            article.frontMatter()
                    .others()
                    .getOrDefault(key, List.of())
                    .forEach(it -> pages.putIfAbsent(SitePaths.key(it.replaceFirst("^/+", "")), article));
        }
    }
}
