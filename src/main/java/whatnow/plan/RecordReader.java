package whatnow.plan;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Nodes to records: the records are the format, a key is a component in kebab-case.
 *
 * <p>Reading never stops at a mistake. What could not be read is replaced by something dull of the
 * right type, so that the rest can still be looked at and a person hears of everything at once; the
 * record is thrown away afterwards if there was any problem.
 */
final class RecordReader {

    /** Nobody mends more at a time. */
    private static final int MOST_PROBLEMS = 200;

    private final PlanText text;
    private final List<PlanProblem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    RecordReader(PlanText text) {
        this.text = text;
    }

    List<PlanProblem> problems() {
        return problems;
    }

    PlanLines lines() {
        return new PlanLines(text.file(), Map.copyOf(lines));
    }

    <R extends Record> R read(Class<R> type, Node node) {
        return type.cast(record(type, node, ""));
    }

    private Object record(Class<?> type, Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "a mapping with keys " + String.join(", ", keys(type)), "Compare with the schema.");
            return dull(type);
        }
        var children = children(type, mapping);
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < components.length; i++) {
            values[i] = component(type, components[i], mapping, children, path);
        }
        return construct(type, values);
    }

    private Map<String, Node> children(Class<?> type, MappingNode mapping) {
        var known = keys(type);
        var children = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            var key = key(tuple, children);
            if (key.isEmpty()) {
                continue;
            }
            if (known.contains(key.get())) {
                children.put(key.get(), tuple.getValueNode());
            } else {
                problem(
                        tuple.getKeyNode(),
                        "one of the keys " + String.join(", ", known),
                        Nearest.orElse(key.get(), known, "Remove it, or put it into a reference table."));
            }
        }
        return children;
    }

    /** The key's text; empty, with a problem noted, when it is no key or there twice. */
    private Optional<String> key(NodeTuple tuple, Map<String, ?> before) {
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)
                || scalar.getValue().length() > SafeYaml.LONGEST_KEY) {
            problem(
                    tuple.getKeyNode(),
                    "a key of at most " + SafeYaml.LONGEST_KEY + " characters",
                    "Compare with the schema.");
            return Optional.empty();
        }
        if (before.containsKey(scalar.getValue())) {
            problem(scalar, "each key once", "Remove one of the two.");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    private Object component(
            Class<?> type, RecordComponent component, MappingNode mapping, Map<String, Node> children, String path) {
        var name = PlanFormat.key(component.getName());
        var here = path.isEmpty() ? name : path + "." + name;
        var node = children.get(name);
        if (node != null) {
            lines.put(here, SafeYaml.line(node));
            var value = value(component.getGenericType(), node, here);
            PlanFormat.limit(type, component.getName())
                    .filter(it -> !it.allows(value))
                    .ifPresent(it -> problem(node, it.words(), "Correct the number or its unit."));
            return value;
        }
        var absent = PlanFormat.whenAbsent(type, component);
        if (absent.isEmpty()) {
            problems.add(new PlanProblem(
                    text.plan(),
                    text.file(),
                    SafeYaml.line(mapping),
                    "nothing",
                    "the key " + name,
                    "Add (%s:) to this entry.".formatted(name)));
            return dull(component.getGenericType());
        }
        return absent.get();
    }

    private Object value(Type type, Node node, String path) {
        if (type instanceof ParameterizedType generic) {
            return parameterized(generic, node, path);
        }
        var raw = (Class<?>) type;
        if (raw.isRecord() && raw != PlanId.class) {
            lines.put(path, SafeYaml.line(node));
            return record(raw, node, path);
        }
        if (!(node instanceof ScalarNode scalar)) {
            problem(node, WrittenValue.expected(raw), "Write one value here, not several.");
            return dull(raw);
        }
        return WrittenValue.read(raw, scalar.getValue())
                .or(() -> {
                    problem(node, WrittenValue.expected(raw), WrittenValue.remedy(raw, scalar.getValue()));
                    return Optional.of(dull(raw));
                })
                .orElseThrow();
    }

    private Object parameterized(ParameterizedType type, Node node, String path) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.of(value(arguments[0], node, path));
        }
        return type.getRawType() == List.class ? list(arguments[0], node, path) : map(arguments[1], node, path);
    }

    private List<Object> list(Type of, Node node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            problem(node, "a list", "Begin each entry with a dash, or write [a, b].");
            return List.of();
        }
        var values = new ArrayList<Object>();
        for (var item : sequence.getValue()) {
            var here = path + "." + values.size();
            lines.put(here, SafeYaml.line(item));
            values.add(value(of, item, here));
        }
        return List.copyOf(values);
    }

    private Map<String, Object> map(Type of, Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "a mapping of names to values", "Write (name: value).");
            return Map.of();
        }
        var values = new LinkedHashMap<String, Object>();
        for (var tuple : mapping.getValue()) {
            key(tuple, values).ifPresent(it -> {
                lines.put(path + "." + it, SafeYaml.line(tuple.getKeyNode()));
                values.put(it, value(of, tuple.getValueNode(), path + "." + it));
            });
        }
        return Collections.unmodifiableMap(values);
    }

    private static List<String> keys(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(it -> PlanFormat.isWritten(type, it.getName()))
                .map(it -> PlanFormat.key(it.getName()))
                .collect(Collectors.toList());
    }

    private void problem(Node node, String expected, String remedy) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        var value = node instanceof ScalarNode scalar
                ? scalar.getValue()
                : node instanceof SequenceNode ? "a list" : "a mapping";
        problems.add(new PlanProblem(
                text.plan(), text.file(), SafeYaml.line(node), value.isBlank() ? "nothing" : value, expected, remedy));
    }

    private static Object dull(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class
                    ? Optional.empty()
                    : generic.getRawType() == List.class ? List.of() : Map.of();
        }
        var raw = (Class<?>) type;
        if (raw.isRecord() && raw != PlanId.class) {
            return construct(
                    raw,
                    Arrays.stream(raw.getRecordComponents())
                            .map(it -> PlanFormat.whenAbsent(raw, it).orElseGet(() -> dull(it.getGenericType())))
                            .toArray());
        }
        return WrittenValue.dull(raw);
    }

    private static Object construct(Class<?> type, @Nullable Object[] values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record (%s) cannot be made from its components.".formatted(type), e);
        }
    }
}
