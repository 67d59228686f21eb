package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever gives embeddings promises. They are to know the ideas of {@link Thesaurus}. */
public abstract class EmbeddingsContract {

    protected abstract Embeddings embeddings();

    @Test
    void thereIsOneForEachTextInTheSameOrder() throws IOException {
        var vectors = embeddings().ofSections(List.of("disk", "kafka", "disk"));

        assertThat(vectors).hasSize(3);
        assertThat(vectors.get(0)).isEqualTo(vectors.get(2)).isNotEqualTo(vectors.get(1));
    }

    @Test
    void allHaveOneLength() throws IOException {
        var embeddings = embeddings();

        var ofQuestion = embeddings.ofQuestion("which card");

        assertThat(embeddings.ofSections(List.of("a long text about nothing", "x")))
                .allSatisfy(it -> assertThat(it).hasSameSizeAs(ofQuestion));
    }

    @Test
    void textsWithoutACommonWordCanMeanTheSame() throws IOException {
        var embeddings = embeddings();

        assertThat(embeddings.ofQuestion("volume"))
                .isEqualTo(embeddings.ofSections(List.of("disk")).getFirst());
    }

    @Test
    void noTextsNeedNoAnswer() throws IOException {
        assertThat(embeddings().ofSections(List.of())).isEmpty();
    }
}
