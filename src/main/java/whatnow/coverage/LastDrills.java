package whatnow.coverage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.feedback.ArticleUses.Use;
import whatnow.knowledge.Article;

/** When an article was last drilled: what it says itself, or a drill whose decision proposed its steps, the later of the two. */
final class LastDrills {

    static Optional<LocalDate> of(Article article, Optional<Use> use) {
        return Stream.concat(
                        article.frontMatter().past().lastDrilled().stream(),
                        use.flatMap(Use::lastDrilled).map(it -> LocalDate.ofInstant(it, ZoneOffset.UTC)).stream())
                .max(Comparator.naturalOrder());
    }

    private LastDrills() {}
}
