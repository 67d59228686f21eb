package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The articles that travel with the product. */
class ShippedArticlesTest {

    static final Path FOLDER = Path.of("knowledge-base");

    @Test
    void haveNoFindings() {
        assertThat(ArticleCheck.of(FOLDER)).isEmpty();
    }

    @Test
    void areAllRead() {
        var library = Library.of(FOLDER);

        assertThat(library.all()).isNotEmpty();
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void lieInTheJarToo() {
        var folder = Library.of(FOLDER);
        var packed = Library.packed();

        assertThat(packed.all())
                .extracting(Article::sha256)
                .containsExactlyElementsOf(
                        folder.all().stream().map(Article::sha256).toList());
    }
}
