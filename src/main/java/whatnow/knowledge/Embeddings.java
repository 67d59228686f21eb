package whatnow.knowledge;

import java.io.IOException;
import java.util.List;

/**
 * What texts mean, as directions: texts about the same point the same way, whatever words they use. Somebody
 * else's model works them out, so they may be late, wrong or away, and nothing may depend on them.
 */
public interface Embeddings {

    /** There are none, and nobody is asked. */
    Embeddings NONE = new Embeddings() {
        @Override
        public float[] ofQuestion(String words) throws IOException {
            throw new IOException("There are no embeddings.");
        }

        @Override
        public List<float[]> ofSections(List<String> texts) throws IOException {
            throw new IOException("There are no embeddings.");
        }
    };

    /**
     * While somebody waits, so it fails soon rather than answers late.
     *
     * @throws IOException with what was expected and what was there
     */
    float[] ofQuestion(String words) throws IOException;

    /**
     * One for each text, in the same order. All that were ever answered, to questions too, have the same length and
     * hold finite numbers only.
     *
     * @throws IOException with what was expected and what was there
     */
    List<float[]> ofSections(List<String> texts) throws IOException;
}
