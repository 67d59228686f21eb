package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Articles;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;
import whatnow.knowledge.index.SectionVectors.Near;
import whatnow.knowledge.question.Question;

/** In what order two orders end up. */
class FusionTest {

    private final Map<ArticleId, Article> articles = new TreeMap<>();

    FusionTest() {
        for (var number = 0; number < 20; number++) {
            var article = Articles.read(Articles.minimal("a-" + number, "## Part {#part}\n\nText.\n"));
            articles.put(article.id(), article);
        }
    }

    @Test
    void withoutAnythingCloseTheOrderStays() {
        assertThat(fused(words(3, 1, 2), List.of(), 10)).containsExactly("a-3", "a-1", "a-2");
    }

    @Test
    void whatOnlyMeaningFindsComesInAtTheSixthPlaceAtTheEarliest() {
        assertThat(fused(words(1, 2, 3, 4, 5, 6, 7), near(9), 10))
                .containsExactly("a-1", "a-2", "a-3", "a-4", "a-5", "a-9", "a-6", "a-7");
    }

    @Test
    void whatBothFindRisesAndTheBestByWordsStaysFirst() {
        assertThat(fused(words(1, 2, 3), near(3, 9), 10)).containsExactly("a-1", "a-3", "a-2", "a-9");
        assertThat(fused(words(1, 2, 3), near(2, 3), 10)).containsExactly("a-1", "a-2", "a-3");
    }

    @Test
    void asManyAsAskedForAreGivenAndNoArticleThatIsNotShown() {
        articles.remove(new ArticleId("a-9"));

        assertThat(fused(words(1, 2), near(9, 8, 7), 3)).containsExactly("a-1", "a-2", "a-8");
    }

    @Test
    void otherSectionsStayAsFarBehindAsWordsPutThem() {
        var found = new Found(
                List.of(hit(1, "part", 4), hit(2, "part", 3), hit(1, "other", 1)),
                List.of(),
                Optional.empty(),
                Map.of());

        var hits = new Fusion(Question.read("x"), articles)
                .of(found, List.of(), 10)
                .hits();

        assertThat(hits).extracting(Hit::section).containsExactly("part", "part", "other");
        assertThat(hits.get(2).score()).isEqualTo(hits.get(0).score() / 4);
    }

    private List<String> fused(Found words, List<Near> near, int most) {
        return new Fusion(Question.read("x"), articles)
                .of(words, near, most).hits().stream()
                        .map(it -> it.article().slug())
                        .toList();
    }

    private static Found words(int... numbers) {
        var hits = IntStream.range(0, numbers.length)
                .mapToObj(rank -> hit(numbers[rank], "part", numbers.length - rank))
                .toList();
        return new Found(hits, List.of(), Optional.empty(), Map.of());
    }

    private static List<Near> near(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(it -> new Near(new ArticleId("a-" + it), "part", 0.5f))
                .toList();
    }

    private static Hit hit(int number, String section, float score) {
        return new Hit(
                new ArticleId("a-" + number),
                "A lesson",
                Article.Type.LESSON,
                section,
                "Part",
                "Text.",
                List.of(),
                score,
                List.of());
    }
}
