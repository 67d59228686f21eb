package whatnow.knowledge.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Front matter as keys with texts or lists of texts.
 *
 * <p>It is read from the parser's events and no object is ever constructed, so there is nothing that an
 * alias could multiply or a tag could summon: both are refused, as is deeper nesting.
 */
final class FrontMatterYaml {

    static final int MOST_BYTES = 64 * 1024;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("front matter")
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MOST_BYTES)
            .setUseMarks(true)
            .build();

    /** @param line in the file, from 1 */
    record Entry(List<String> values, int line) {

        String text() {
            return String.join(", ", values);
        }
    }

    private final Iterator<Event> events;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private FrontMatterYaml(Iterator<Event> events) {
        this.events = events;
    }

    static Map<String, Entry> read(String yaml) throws Unreadable {
        if (yaml.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Unreadable(1, "The front matter is too long.", "at most 64 kB");
        }
        try {
            return new FrontMatterYaml(new Parse(SETTINGS).parseString(yaml).iterator()).entries();
        } catch (MarkedYamlEngineException broken) {
            var line = broken.getProblemMark().map(it -> it.getLine() + 2).orElse(1);
            throw new Unreadable(
                    line, "The front matter is not YAML: %s.".formatted(broken.getProblem()), "key: value");
        } catch (YamlEngineException _) {
            throw new Unreadable(1, "The front matter is not YAML.", "lines of key: value");
        }
    }

    private Map<String, Entry> entries() throws Unreadable {
        var first = next();
        if (!(first instanceof MappingStartEvent)) {
            throw new Unreadable(2, "The front matter is not a list of keys.", "lines of key: value");
        }
        for (var event = next(); !(event instanceof MappingEndEvent); event = next()) {
            var key = scalar(event);
            var entry = new Entry(values(next()), line(event));
            if (entries.putIfAbsent(key, entry) != null) {
                throw new Unreadable(entry.line(), "The key (%s) stands twice.".formatted(key), "each key once");
            }
        }
        return entries;
    }

    private List<String> values(Event event) throws Unreadable {
        if (!(event instanceof SequenceStartEvent)) {
            var value = scalar(event);
            return value.isEmpty() ? List.of() : List.of(value);
        }
        var values = new ArrayList<String>();
        for (var item = next(); !(item instanceof SequenceEndEvent); item = next()) {
            values.add(scalar(item));
        }
        return List.copyOf(values);
    }

    private static String scalar(Event event) throws Unreadable {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue().strip();
        }
        throw new Unreadable(line(event), "The front matter is nested too deeply.", "texts and lists of texts");
    }

    /** The next event that says something, once it is sure that it brings neither alias, anchor nor tag. */
    private Event next() throws Unreadable {
        while (events.hasNext()) {
            var event = events.next();
            switch (event) {
                case AliasEvent alias ->
                    throw new Unreadable(line(alias), "The front matter uses an alias.", "the value itself");
                case ScalarEvent scalar
                when scalar.getTag().isPresent() ->
                    throw new Unreadable(line(scalar), "The front matter uses a tag.", "plain text");
                case CollectionStartEvent start
                when start.getTag().isPresent() ->
                    throw new Unreadable(line(start), "The front matter uses a tag.", "plain text");
                case NodeEvent node
                when node.getAnchor().isPresent() ->
                    throw new Unreadable(line(node), "The front matter uses an anchor.", "the value itself");
                case NodeEvent node -> {
                    return node;
                }
                case MappingEndEvent end -> {
                    return end;
                }
                case SequenceEndEvent end -> {
                    return end;
                }
                default -> {
                    // the start of the stream and of the document say nothing
                }
            }
        }
        throw new Unreadable(1, "The front matter is empty.", "lines of key: value");
    }

    private static int line(Event event) {
        return event.getStartMark().map(it -> it.getLine() + 2).orElse(1);
    }
}
