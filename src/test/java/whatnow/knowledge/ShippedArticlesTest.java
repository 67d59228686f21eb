package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatnow.testkit.ShippedArticles;

/** The articles that travel with the product. */
class ShippedArticlesTest {

    @Test
    void haveNoFindings() {
        assertThat(ArticleCheck.of(ShippedArticles.FOLDER)).isEmpty();
    }

    @Test
    void areAllRead() {
        var library = ShippedArticles.library();

        assertThat(library.all()).isNotEmpty();
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void lieInTheJarToo() {
        var folder = ShippedArticles.library();
        var packed = Library.packed();

        assertThat(packed.all())
                .extracting(Article::sha256)
                .containsExactlyElementsOf(
                        folder.all().stream().map(Article::sha256).toList());
    }
}
