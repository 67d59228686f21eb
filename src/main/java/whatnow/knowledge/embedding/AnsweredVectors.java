package whatnow.knowledge.embedding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer, and believes nothing in it. */
final class AnsweredVectors {

    private static final int LONGEST = 4_096;
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<float[]> read(byte[] body, int count) throws IOException {
        try {
            return vectors(JSON.readTree(body).path("data"), count);
        } catch (JacksonException broken) {
            throw new IOException(
                    "Embeddings were expected as JSON; it was none (%s).".formatted(broken.getOriginalMessage()),
                    broken);
        }
    }

    private static List<float[]> vectors(JsonNode data, int count) throws IOException {
        if (!data.isArray() || data.size() != count) {
            throw new IOException("Expected: {\"data\": [...]} with an embedding for each of %d texts; there were %d."
                    .formatted(count, data.size()));
        }
        @Nullable float[][] vectors = new float[count][];
        for (var position = 0; position < count; position++) {
            var item = data.path(position);
            var index = item.path("index").asInt(position);
            if (index < 0 || index >= count || vectors[index] != null) {
                throw new IOException(
                        "The index of an embedding was expected below %d and once; it was %d.".formatted(count, index));
            }
            vectors[index] = vector(item.path("embedding"));
        }
        var read = new ArrayList<float[]>();
        for (var vector : vectors) {
            if (vector != null) {
                read.add(vector);
            }
        }
        if (read.stream().mapToInt(it -> it.length).distinct().count() != 1) {
            throw new IOException("Embeddings were expected to be of one length; they were of %s numbers."
                    .formatted(Arrays.toString(read.stream()
                            .mapToInt(it -> it.length)
                            .distinct()
                            .sorted()
                            .toArray())));
        }
        return List.copyOf(read);
    }

    private static float[] vector(JsonNode embedding) throws IOException {
        if (!embedding.isArray() || embedding.isEmpty() || embedding.size() > LONGEST) {
            throw new IOException("An embedding was expected to be a list of 1 to %d numbers; it was a %s of %d."
                    .formatted(LONGEST, embedding.getNodeType(), embedding.size()));
        }
        var vector = new float[embedding.size()];
        for (var at = 0; at < vector.length; at++) {
            var number = embedding.path(at);
            vector[at] = number.isNumber() ? (float) number.doubleValue() : Float.NaN;
            if (!Float.isFinite(vector[at])) {
                throw new IOException("An embedding was expected to hold finite numbers; at %d there was (%.20s)."
                        .formatted(at, number.toString()));
            }
        }
        return vector;
    }

    private AnsweredVectors() {}
}
