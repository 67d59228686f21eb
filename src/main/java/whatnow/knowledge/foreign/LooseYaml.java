package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import whatnow.knowledge.markdown.Remark;

/**
 * YAML as keys with texts, whatever its shape. Like our own front matter it is read from events and never
 * constructed; aliases and tags say nothing here. What is broken is read line by line.
 */
final class LooseYaml {

    private static final Pattern KEY = Pattern.compile("([A-Za-z_][\\w-]{0,60}):(?:\\s+(.*))?");
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");
    private static final int DEEPEST = 8;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("front matter")
            .setCodePointLimit(1024 * 1024)
            .setUseMarks(true)
            .build();

    private final Iterator<Event> events;
    private final Map<String, List<String>> keys = new LinkedHashMap<>();

    private LooseYaml(Iterator<Event> events) {
        this.events = events;
    }

    /** @param offset lines above the first one */
    static Map<String, List<String>> read(String written, int offset, List<Remark> remarks) {
        var yaml = written.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF&&[^\n\t]]", " ");
        try {
            var reader = new LooseYaml(new Parse(SETTINGS).parseString(yaml).iterator());
            reader.read();
            return reader.keys;
        } catch (MarkedYamlEngineException broken) {
            var line = broken.getProblemMark().map(it -> it.getLine() + 1).orElse(1) + offset;
            remarks.add(new Remark(
                    line, "The front matter is not YAML: %s.".formatted(broken.getProblem()), "lines of key: value"));
            return lineByLine(yaml);
        } catch (YamlEngineException _) {
            remarks.add(new Remark(offset, "The front matter is not YAML.", "lines of key: value"));
            return lineByLine(yaml);
        }
    }

    static String key(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private void read() {
        while (events.hasNext()) {
            if (events.next() instanceof MappingStartEvent) {
                mapping("", 0);
            }
        }
    }

    private void mapping(String prefix, int depth) {
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof MappingEndEvent) {
                return;
            }
            if (event instanceof ScalarEvent key && events.hasNext()) {
                value(prefix + key(key.getValue()), events.next(), depth);
            } else {
                skip(event);
            }
        }
    }

    private void value(String key, Event event, int depth) {
        if (depth > DEEPEST) {
            skip(event);
            return;
        }
        switch (event) {
            case ScalarEvent scalar -> add(key, scalar.getValue());
            case MappingStartEvent _ -> mapping(key + ".", depth + 1);
            case SequenceStartEvent _ -> sequence(key, depth);
            default -> {
                // an alias says nothing
            }
        }
    }

    private void sequence(String key, int depth) {
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof SequenceEndEvent) {
                return;
            }
            value(key, event, depth + 1);
        }
    }

    private void skip(Event event) {
        var open = opens(event) ? 1 : 0;
        while (open > 0 && events.hasNext()) {
            var next = events.next();
            if (opens(next)) {
                open++;
            } else if (next instanceof MappingEndEvent || next instanceof SequenceEndEvent) {
                open--;
            }
        }
    }

    private static boolean opens(Event event) {
        return event instanceof MappingStartEvent || event instanceof SequenceStartEvent;
    }

    private void add(String key, String value) {
        keys.computeIfAbsent(key, _ -> new ArrayList<>()).add(value.strip());
    }

    private static Map<String, List<String>> lineByLine(String yaml) {
        var keys = new LinkedHashMap<String, List<String>>();
        var last = "";
        for (var line : yaml.split("\n", -1)) {
            var pair = KEY.matcher(line);
            var item = ITEM.matcher(line);
            if (pair.matches()) {
                last = key(pair.group(1));
                var value = pair.group(2) == null ? "" : bare(pair.group(2));
                keys.putIfAbsent(last, new ArrayList<>(value.isEmpty() ? List.of() : List.of(value)));
            } else if (item.matches() && keys.containsKey(last)) {
                keys.get(last).add(bare(item.group(1)));
            }
        }
        return keys;
    }

    private static String bare(String written) {
        var start = 0;
        var end = written.length();
        while (start < end && isAround(written.charAt(start))) {
            start++;
        }
        while (start < end && isAround(written.charAt(end - 1))) {
            end--;
        }
        return written.substring(start, end);
    }

    private static boolean isAround(char letter) {
        return Character.isWhitespace(letter) || "\"'[]".indexOf(letter) >= 0;
    }
}
