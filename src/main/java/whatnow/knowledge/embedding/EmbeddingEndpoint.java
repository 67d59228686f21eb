package whatnow.knowledge.embedding;

import java.time.Duration;
import whatnow.knowledge.Embeddings;

/**
 * Where embeddings come from.
 *
 * @param url empty for none
 * @param model empty where the endpoint has only one
 * @param key sent as bearer and shown to nobody; empty for none
 * @param forQuestion how long somebody who searches waits at most
 * @param forSections how long a batch of sections may take
 */
public record EmbeddingEndpoint(String url, String model, String key, Duration forQuestion, Duration forSections) {

    public EmbeddingEndpoint {
        url = url.strip();
        model = model.strip();
        key = key.strip();
    }

    public Embeddings open() {
        return url.isEmpty() ? Embeddings.NONE : new HttpEmbeddings(this);
    }

    /** Without the key, and without what may be a key in the address. */
    @Override
    public String toString() {
        return "EmbeddingEndpoint[model=%s]".formatted(model);
    }
}
