package whatnow.knowledge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import whatnow.knowledge.WrittenLink.Kind;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Target;
import whatnow.knowledge.markdown.Targets;

/**
 * What lies where in the library, to say where links lead.
 *
 * <p>Links are taken as the tools that folders of articles come from take them: with {@code .md}, without it, with
 * {@code .html}, to a folder, from the root of a site. What is asked for is looked up among what is there and never opened
 * by its name.
 */
final class Places {

    private static final List<String> INDEXES = List.of("_index.md", "index.md", "README.md");
    private static final int LONGEST = 1_000;

    private final Map<String, Article> byPath = new HashMap<>();
    private final Map<String, Article> byTitle = new HashMap<>();
    private final Map<ArticleId, Article> byId = new TreeMap<>();
    private final Map<String, Attachment> files = new HashMap<>();

    Places(Collection<Article> articles, Set<String> files) {
        for (var article : articles) {
            byPath.put(article.path(), article);
            byTitle.putIfAbsent(article.title().toLowerCase(Locale.ROOT), article);
            byId.put(article.id(), article);
        }
        files.forEach(it -> this.files.put(it, Attachment.at(it)));
    }

    /** As seen from a file of the library; empty for its root. */
    Targets from(String path) {
        return (kind, to) -> target(path, kind, to);
    }

    private Target target(String from, Kind kind, String to) {
        if (to.length() > LONGEST) {
            return new Target.Nothing();
        }
        var hash = to.indexOf('#');
        var place = decoded(hash < 0 ? to : to.substring(0, hash)).replaceFirst("\\?.*", "");
        var section = hash < 0 ? "" : to.substring(hash + 1);
        return switch (kind) {
            case PICTURE -> file(from, place).orElseGet(Target.Nothing::new);
            case WIKI ->
                named(place)
                        .or(() -> article(from, place))
                        .map(it -> page(it, section))
                        .orElseGet(Target.Nothing::new);
            case LINK ->
                article(from, place)
                        .map(it -> page(it, section))
                        .or(() -> file(from, place))
                        .orElseGet(Target.Nothing::new);
        };
    }

    private static Target page(Article article, String section) {
        var found = article.section(section).or(() -> article.section(ArticleReader.headingId(section)));
        return new Target.Page(
                article.id(), found.filter(_ -> !section.isEmpty()).map(Section::id));
    }

    /** By id, title or file name, as people write between double brackets. */
    private Optional<Article> named(String words) {
        var slug = ArticleReader.headingId(words);
        return Optional.ofNullable(byTitle.get(words.toLowerCase(Locale.ROOT)))
                .or(() -> Optional.of(slug).filter(ArticleId::isSlug).map(it -> byId.get(new ArticleId(it))));
    }

    private Optional<Article> article(String from, String place) {
        return bases(from, place)
                .flatMap(it -> normal(it).stream())
                .flatMap(Places::spellings)
                .flatMap(it -> Stream.ofNullable(byPath.get(it)))
                .findFirst()
                .or(() -> byFileName(place));
    }

    /** An article that was moved is still found by its name. */
    private Optional<Article> byFileName(String place) {
        var name = place.substring(place.lastIndexOf('/') + 1).replaceFirst("\\.(?:md|html)$", "");
        return ArticleId.isSlug(name) ? Optional.ofNullable(byId.get(new ArticleId(name))) : Optional.empty();
    }

    private Optional<Target> file(String from, String place) {
        return bases(from, place)
                .flatMap(it -> normal(it).stream())
                .flatMap(it -> Stream.ofNullable(files.get(it)))
                .findFirst()
                .map(Target.Attached::new);
    }

    /** Where the author may have stood: beside the file, on its page, or at the root of a site that the file is part of. */
    private static Stream<String> bases(String from, String place) {
        if (!place.startsWith("/")) {
            return Stream.of(folder(from) + place, from.replaceFirst("\\.md$", "/") + place);
        }
        var bases = new ArrayList<String>();
        for (var folder = folder(from); ; folder = folder(folder.substring(0, folder.length() - 1))) {
            bases.add(folder + place.substring(1));
            bases.add(folder + "static" + place);
            if (folder.isEmpty()) {
                return bases.stream();
            }
        }
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static Stream<String> spellings(String path) {
        var bare = path.replaceFirst("(?:/(?:_?index|README))?\\.(?:md|html)$|/$", "");
        var prefix = bare.isEmpty() ? "" : bare + "/";
        return Stream.concat(Stream.of(path, bare + ".md"), INDEXES.stream().map(prefix::concat));
    }

    /** Without dots and double slashes; empty when it leads out of the library. */
    private static Optional<String> normal(String path) {
        var parts = new ArrayDeque<String>();
        for (var part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return written;
        }
    }
}
