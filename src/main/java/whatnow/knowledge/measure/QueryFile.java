package whatnow.knowledge.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions with known answers, one JSON object in a line. */
public final class QueryFile {

    private static final String EXPECTED =
            "{\"qid\": \"q1\", \"style\": \"alert\", \"query\": \"...\", \"relevant\": [{\"doc\": \"a/b.md\", \"grade\": 2}]}";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws IllegalArgumentException with the line, when it is not of the shape expected */
    public static List<JudgedQuery> read(Path file) throws IOException {
        var queries = new ArrayList<JudgedQuery>();
        var number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank()) {
                queries.add(query(line, "%s:%d".formatted(file, number)));
            }
        }
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("%s: no question. Expected: %s.".formatted(file, EXPECTED));
        }
        return List.copyOf(queries);
    }

    private static JudgedQuery query(String line, String place) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "%s: no JSON (%s). Expected: %s.".formatted(place, broken.getOriginalMessage(), EXPECTED), broken);
        }
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (var relevant : node.path("relevant")) {
            grades.put(text(relevant, "doc", place), relevant.path("grade").asInt(1));
        }
        if (grades.isEmpty()) {
            throw new IllegalArgumentException("%s: no document is relevant. Expected: %s.".formatted(place, EXPECTED));
        }
        return new JudgedQuery(
                text(node, "qid", place),
                text(node, "style", place),
                text(node, "query", place),
                grades,
                isWeak(node.path("weak")));
    }

    /** A reason is as good as a yes. */
    private static boolean isWeak(JsonNode weak) {
        return weak.isString() ? !weak.stringValue().isBlank() : weak.asBoolean(false);
    }

    private static String text(JsonNode node, String key, String place) {
        var value = node.path(key);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new IllegalArgumentException("%s: no %s. Expected: %s.".formatted(place, key, EXPECTED));
        }
        return value.stringValue();
    }

    private QueryFile() {}
}
