package whatnow.signal.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.plan.SafeYaml;
import whatnow.plan.YamlRefused;

/** YAML as the tree that JSON would be, with the line of every part. Aliases are written out, up to a limit. */
final class MappingTree {

    private static final int MOST = 64 * 1024;
    private static final int MOST_VALUES = 10_000;
    private static final int DEEPEST = 48;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode root;
    private int values;

    /** @throws YamlRefused with the line */
    MappingTree(String text) {
        root = SafeYaml.compose(text, MOST)
                .map(it -> value(it, "", 0))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new YamlRefused(1, "no mapping", "names and values, a line each", ""));
    }

    JsonNode root() {
        return root;
    }

    /** Of the part itself, else of what holds it. */
    int line(String path) {
        for (var at = path; !at.isEmpty(); at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "") {
            if (lines.containsKey(at)) {
                return Objects.requireNonNull(lines.get(at));
            }
        }
        return 1;
    }

    private JsonNode value(Node node, String path, int depth) {
        lines.putIfAbsent(path, SafeYaml.line(node));
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw new YamlRefused(
                    SafeYaml.line(node),
                    "more than %d values or %d levels once all aliases are written out".formatted(MOST_VALUES, DEEPEST),
                    "less",
                    "");
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, path, depth);
            case SequenceNode sequence -> {
                var list = NODES.arrayNode();
                for (var item : sequence.getValue()) {
                    list.add(value(item, path + "." + list.size(), depth + 1));
                }
                yield list;
            }
            case ScalarNode scalar -> scalar(scalar);
            default ->
                throw new YamlRefused(SafeYaml.line(node), node.getNodeType().name(), "a value", "");
        };
    }

    private JsonNode object(MappingNode mapping, String path, int depth) {
        var object = NODES.objectNode();
        for (var tuple : mapping.getValue()) {
            var line = SafeYaml.line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlRefused(line, "a key that is no text", "a text", "");
            }
            if (object.has(key.getValue())) {
                throw new YamlRefused(line, key.getValue() + " a second time", "each name once", "");
            }
            var inside = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            lines.put(inside, line);
            object.set(key.getValue(), value(tuple.getValueNode(), inside, depth + 1));
        }
        return object;
    }

    /** Numbers stay as they are written: {@code 007} may be somebody's key. */
    private static JsonNode scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        return scalar.getTag().equals(Tag.INT) && text.matches("0|-?[1-9]\\d{0,17}")
                ? NODES.numberNode(Long.parseLong(text))
                : NODES.stringNode(text);
    }
}
