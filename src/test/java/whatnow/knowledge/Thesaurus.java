package whatnow.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Embeddings for tests: a direction for each idea, and a handful of words for each, some of them in no dictionary of ours. */
public final class Thesaurus implements Embeddings {

    private static final List<Set<String>> IDEAS = List.of(
            Set.of("disk", "volume", "storage", "larder", "bursting", "full", "space"),
            Set.of("certificate", "tls", "expired", "x509", "handshake", "passport"),
            Set.of("payment", "checkout", "card", "purchase", "buy"),
            Set.of("queue", "backlog", "consumer", "kafka", "lag"));

    private final List<String> asked = new ArrayList<>();

    @Override
    public float[] ofQuestion(String words) {
        return ofSections(List.of(words)).getFirst();
    }

    @Override
    public synchronized List<float[]> ofSections(List<String> texts) {
        asked.addAll(texts);
        return texts.stream().map(Thesaurus::vector).toList();
    }

    /** All texts so far. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    public static float[] vector(String text) {
        var vector = new float[IDEAS.size()];
        for (var word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            for (var idea = 0; idea < IDEAS.size(); idea++) {
                vector[idea] += IDEAS.get(idea).contains(word) ? 1 : 0;
            }
        }
        return vector;
    }
}
