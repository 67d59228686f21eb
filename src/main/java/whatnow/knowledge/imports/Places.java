package whatnow.knowledge.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import whatnow.knowledge.Article;
import whatnow.knowledge.foreign.Foreign;
import whatnow.knowledge.foreign.PathId;

/**
 * Where the files of a foreign folder lie now. Site generators address a page in many ways: by its file, by
 * the page made from it, from the root of the site, from the folder that the page seems to be.
 */
final class Places {

    static final int LARGEST_ATTACHMENT = 10 * 1024 * 1024;

    /** Only what the library shows or hands out; the same endings, nothing that could run. */
    private static final Set<String> ATTACHMENTS = Set.of(
            "png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "txt", "csv", "json", "yaml", "yml", "drawio", "puml");

    private static final Pattern PAGE_ENDING =
            Pattern.compile("(?i)(?:\\.html?)?(?:\\.(?:md|markdown|mkd|mdown|mdx|qmd|rmd))?(?:\\.erb)?$");
    private static final Pattern INDEX = Pattern.compile("(?i)(?:^|(?<=/))(?:_?index|readme)$");

    /** What sites call the beginning of a page. */
    private static final Set<String> TOP = Set.of("readme", "top");

    private final String name;
    private final Map<String, Article> pages = new HashMap<>();
    private final Map<String, Article> paths = new HashMap<>();
    private final Set<String> attachments;
    private final Set<String> roots = new LinkedHashSet<>();
    private final Map<String, String> used = new TreeMap<>();
    private final Map<Article, Map<String, String>> anchors = new HashMap<>();

    Places(Foreign.Folder folder, String name) {
        this.name = name;
        this.attachments = new HashSet<>(folder.attachments());
        roots.add("");
        for (var article : folder.articles()) {
            var path = article.path();
            paths.put(path, article);
            pages.putIfAbsent(key(path), article);
            roots(path);
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
        for (var path : candidates(from, to)) {
            var exact = paths.get(path);
            if (exact != null) {
                return Optional.of(exact);
            }
        }
        return candidates(from, to).stream()
                .flatMap(it -> Optional.ofNullable(pages.get(key(it))).stream())
                .findFirst();
    }

    /** The name that the file has here, once it is brought along. */
    Optional<String> attachment(String from, String to) {
        return candidates(from, to).stream()
                .filter(attachments::contains)
                .filter(it -> ATTACHMENTS.contains(ending(it)))
                .findFirst()
                .map(it -> used.computeIfAbsent(it, this::attached));
    }

    /** The id of a section by the name that other tools give its heading. */
    Optional<String> section(Article article, String anchor) {
        var known = anchors.computeIfAbsent(article, Places::anchors);
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
                    .forEach(it -> pages.putIfAbsent(key(it.replaceFirst("^/+", "")), article));
        }
    }

    /** Every folder above that a site might call its root. */
    private void roots(String path) {
        var parts = path.split("/");
        var folder = "";
        for (var index = 0; index < parts.length - 1; index++) {
            folder += parts[index] + "/";
            if (PathId.parts(folder + "x.md").size() > 1) {
                return;
            }
            roots.add(folder);
        }
    }

    private List<String> candidates(String from, String written) {
        var to = decoded(written);
        var candidates = new ArrayList<String>();
        if (to.startsWith("/")) {
            roots.forEach(it -> normal(it + to.substring(1)).ifPresent(candidates::add));
            return candidates;
        }
        var folder = from.substring(0, from.lastIndexOf('/') + 1);
        normal(folder + to).ifPresent(candidates::add);
        normal(PAGE_ENDING.matcher(from).replaceFirst("") + "/" + to).ifPresent(candidates::add);
        roots.forEach(it -> normal(it + to).ifPresent(candidates::add));
        return candidates;
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return written;
        }
    }

    /** Without dots; nothing when it leads out of the folder. */
    private static Optional<String> normal(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    private static String key(String path) {
        var bare = PAGE_ENDING.matcher(withoutSlashes(path)).replaceFirst("");
        return withoutSlashes(INDEX.matcher(bare).replaceFirst(""))
                .replaceAll("(?<=^|/)_", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String withoutSlashes(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static Map<String, String> anchors(Article article) {
        var anchors = new HashMap<String, String>();
        var numbers = new HashMap<String, Integer>();
        for (var section : article.sections()) {
            var slug = section.heading()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                    .strip()
                    .replaceAll("\\s", "-");
            var number = numbers.merge(slug, 0, (before, _) -> before + 1);
            anchors.putIfAbsent(number == 0 ? slug : slug + "-" + number, section.id());
        }
        article.sections().forEach(it -> anchors.putIfAbsent(it.id(), it.id()));
        TOP.forEach(it -> anchors.putIfAbsent(it, article.sections().getFirst().id()));
        return anchors;
    }
}
