package whatnow.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import whatnow.knowledge.markdown.Target;

/**
 * Who points to whom. Worked out beside everything else, as ten thousand articles take a second, and kept as long as they
 * stay as they are. Whoever asks before waits.
 */
final class CrossReferences {

    private final Collection<Article> articles;
    private final Places places;
    private final Object lock = new Object();
    private volatile Optional<Known> known = Optional.empty();

    CrossReferences(Collection<Article> articles, Places places) {
        this.articles = articles;
        this.places = places;
    }

    void workOut() {
        known();
    }

    /** In the order of the articles that point there, each section once. */
    List<Backlink> linkedFrom(ArticleId article) {
        return List.copyOf(known().links().getOrDefault(article, new LinkedHashSet<>()));
    }

    List<Article> supersededBy(ArticleId article) {
        return known().superseding().getOrDefault(article, List.of());
    }

    /** A file that no article points to is nobody's: it is not handed out. */
    Optional<Attachment> attachment(String id) {
        return Optional.ofNullable(known().files().get(id));
    }

    private Known known() {
        synchronized (lock) {
            if (known.isEmpty()) {
                known = Optional.of(Known.of(articles, places));
            }
            return known.orElseThrow();
        }
    }

    private record Known(
            Map<ArticleId, SequencedSet<Backlink>> links,
            Map<ArticleId, List<Article>> superseding,
            Map<String, Attachment> files) {

        static Known of(Collection<Article> articles, Places places) {
            var known = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>());
            articles.forEach(it -> known.add(it, places));
            return known;
        }

        private void add(Article from, Places places) {
            var targets = places.from(from.path());
            for (var link : from.links()) {
                if (link.to().startsWith("#")) {
                    continue;
                }
                switch (targets.of(link.kind(), link.to())) {
                    case Target.Page page -> add(from, link, page);
                    case Target.Attached(var file) -> files.put(file.id(), file);
                    case Target.Nothing _ -> {
                        // a dead link is somebody else's finding
                    }
                }
            }
            for (var old : from.frontMatter().past().supersedes()) {
                superseding.computeIfAbsent(old, _ -> new ArrayList<>()).add(from);
            }
        }

        private void add(Article from, WrittenLink link, Target.Page page) {
            if (!page.article().equals(from.id())) {
                links.computeIfAbsent(page.article(), _ -> new LinkedHashSet<>())
                        .add(new Backlink(
                                from.id(),
                                from.title(),
                                from.section(link.section()).map(Section::heading),
                                link.section()));
            }
        }
    }
}
