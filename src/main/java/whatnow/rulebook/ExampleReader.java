package whatnow.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads {@code *.examples.yaml}. Values stay text, so that {@code no} and {@code 1e3} mean what they
 * say; a mistake is noted with its line and reading goes on.
 */
final class ExampleReader {

    private static final String FIRES = "fires when";
    private static final String STAYS_QUIET = "stays quiet when";
    private static final int DEEPEST = 20;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_ALIASES = 50;

    private final String file;
    private final List<Example> examples = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ExampleReader(String file) {
        this.file = file;
    }

    record Read(List<Example> examples, List<String> problems) {}

    /** All files of a book, in their order. */
    static Read read(SortedMap<String, String> files) {
        var examples = new ArrayList<Example>();
        var problems = new ArrayList<String>();
        files.forEach((file, text) -> {
            var reader = new ExampleReader(file);
            reader.file(text);
            examples.addAll(reader.examples);
            problems.addAll(reader.problems);
        });
        return new Read(List.copyOf(examples), List.copyOf(problems));
    }

    private void file(String text) {
        compose(text)
                .ifPresent(root -> mapping(root, "sentences of rules").forEach((rule, kinds) -> rule(rule, kinds)));
    }

    private Optional<Node> compose(String text) {
        var settings = LoadSettings.builder()
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(MOST_CHARACTERS)
                .setUseMarks(true)
                .build();
        try {
            return isTooDeep(text, settings) ? Optional.empty() : new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            problem(
                    e.getProblemMark().map(it -> it.getLine() + 1).orElse(1),
                    "this is not YAML (%s); look at this line and the one above: indentation, quotes, colons"
                            .formatted(e.getProblem()));
        } catch (YamlEngineException e) {
            problem(1, "this is not YAML (%s)".formatted(e.getMessage()));
        }
        return Optional.empty();
    }

    /** Building the tree recurses, so depth is looked at first. */
    private boolean isTooDeep(String text, LoadSettings settings) {
        var depth = 0;
        for (var event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                problem(
                        event.getStartMark().map(it -> it.getLine() + 1).orElse(1),
                        "this is nested more than %d levels deep; check brackets and indentation".formatted(DEEPEST));
                return true;
            }
        }
        return false;
    }

    private void rule(String rule, Node node) {
        mapping(node, "the keys (%s) and (%s)".formatted(FIRES, STAYS_QUIET)).forEach((kind, situations) -> {
            switch (kind) {
                case FIRES -> situations(rule, true, situations);
                case STAYS_QUIET -> situations(rule, false, situations);
                default ->
                    problem(
                            line(situations),
                            "(%s) is not a kind of example; expected (%s) or (%s)".formatted(kind, FIRES, STAYS_QUIET));
            }
        });
    }

    private void situations(String rule, boolean fires, Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            problem(line(node), "expected a list of situations, each beginning with a dash");
            return;
        }
        for (var item : sequence.getValue()) {
            var situations = mapping(item, "a situation and its facts");
            if (situations.size() > 1) {
                problem(
                        line(item),
                        "a dash begins one situation, here are %d; indent the facts deeper than the situation"
                                .formatted(situations.size()));
            }
            situations.forEach((situation, facts) ->
                    examples.add(new Example(rule, fires, situation, facts(facts), file, line(item))));
        }
    }

    private Map<String, Object> facts(Node node) {
        var facts = new LinkedHashMap<String, Object>();
        mapping(node, "facts by their kind").forEach((kind, fields) -> facts.put(kind, value(fields)));
        return Collections.unmodifiableMap(facts);
    }

    private Object value(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence ->
                sequence.getValue().stream().map(this::value).toList();
            default -> facts(node);
        };
    }

    /** An empty value is an empty mapping: {@code all-silent:} is a fact without fields. */
    private Map<String, Node> mapping(Node node, String expected) {
        var entries = new LinkedHashMap<String, Node>();
        if (node instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (key.isEmpty() || entries.put(key, tuple.getValueNode()) != null) {
                    problem(
                            line(tuple.getKeyNode()),
                            "(%s) is here twice or is no key; expected each key once".formatted(key));
                }
            }
        } else if (!(node instanceof ScalarNode scalar && scalar.getValue().isEmpty())) {
            problem(line(node), "expected " + expected);
        }
        return entries;
    }

    private static int line(Node node) {
        return node.getStartMark().map(it -> it.getLine() + 1).orElse(1);
    }

    private void problem(int line, String what) {
        problems.add("%s:%d: %s".formatted(file, line, what));
    }
}
