package whatnow.knowledge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whatnow.knowledge.Article;
import whatnow.knowledge.Articles;

class NearDuplicatesTest {

    @Test
    void findsExactlyWhatComparingAllWithAllFinds() {
        var random = new Random(7);
        var articles = new ArrayList<Article>();
        for (var base = 0; base < 30; base++) {
            var words = IntStream.range(0, 20 + random.nextInt(200))
                    .mapToObj(_ -> "w" + random.nextInt(500))
                    .collect(Collectors.toCollection(ArrayList::new));
            for (var twin = 0; twin < 4; twin++) {
                for (var change = random.nextInt(4); change > 0; change--) {
                    words.set(random.nextInt(words.size()), "x" + random.nextInt(1000));
                }
                articles.add(article("a-%d-%d".formatted(base, twin), String.join(" ", words)));
            }
        }

        var found = NearDuplicates.pairs(articles);

        assertThat(found).hasSizeGreaterThan(20);
        assertThat(found.stream().map(it -> it.earlier().id() + " " + it.later().id()))
                .containsExactlyInAnyOrderElementsOf(allWithAll(articles));
    }

    @Test
    void namesTheNearestEarlierArticleOfEach() {
        var text = IntStream.range(0, 100).mapToObj(it -> "w" + it).collect(Collectors.joining(" "));
        var articles =
                List.of(article("a", text), article("b", text + " other end"), article("c", text + " other end"));

        assertThat(NearDuplicates.among(articles))
                .extracting(it ->
                        it.later().id().slug() + " is " + it.earlier().id().slug())
                .containsExactly("b is a", "c is b");
    }

    @Test
    void aTitleTellsNoTwinsApart() {
        var one = Articles.read(
                Articles.minimal("one", "The short words of an entry.").replace("A lesson", "First"));
        var other = Articles.read(
                Articles.minimal("other", "The short words of an entry.").replace("A lesson", "Next"));

        assertThat(NearDuplicates.pairs(List.of(one, other))).hasSize(1);
    }

    @Test
    void twoThousandTwinsAreComparedInBearableTime() {
        var text = IntStream.range(0, 300).mapToObj(it -> "w" + it).collect(Collectors.joining(" "));
        var articles = IntStream.range(0, 2_000)
                .mapToObj(it -> article("a-" + it, text.replaceFirst("w%d ".formatted(it % 290), "x" + it + " ")))
                .toList();

        var found = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> NearDuplicates.among(articles));

        assertThat(found).hasSize(1_999);
    }

    private static List<String> allWithAll(List<Article> articles) {
        var pairs = new ArrayList<String>();
        for (var later = 0; later < articles.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                var one = shingles(articles.get(earlier));
                var other = shingles(articles.get(later));
                var both = new HashSet<>(one);
                both.retainAll(other);
                if (both.size() >= 0.85 * (one.size() + other.size() - both.size())) {
                    pairs.add(articles.get(earlier).id() + " "
                            + articles.get(later).id());
                }
            }
        }
        return pairs;
    }

    private static HashSet<List<String>> shingles(Article article) {
        var body = article.body();
        var words = Shingles.words(body.substring(body.indexOf('\n')));
        var shingles = new HashSet<List<String>>();
        for (var start = 0; start + 5 <= words.size(); start++) {
            shingles.add(words.subList(start, start + 5));
        }
        return shingles;
    }

    private static Article article(String id, String text) {
        return Articles.read(Articles.minimal(id, text));
    }
}
