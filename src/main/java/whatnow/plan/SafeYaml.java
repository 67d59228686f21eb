package whatnow.plan;

import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Text to a tree of nodes that know their lines, and nothing else: no tags, no objects.
 *
 * <p>The stream of events is looked through first, because building the tree recurses and would
 * overflow on a text that is nested deeply enough.
 */
public final class SafeYaml {

    static final int MOST_CHARACTERS = 1 << 20;
    static final int LONGEST_LINE = 16_384;
    static final int MOST_ALIASES = 50;
    static final int DEEPEST = 32;
    static final int LONGEST_KEY = 128;

    private static final Set<String> TAGS = Set.of(
            "tag:yaml.org,2002:str",
            "tag:yaml.org,2002:int",
            "tag:yaml.org,2002:float",
            "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:map",
            "tag:yaml.org,2002:seq");

    /** The only document of the text; empty if there is nothing in it. */
    static Optional<Node> compose(String text) {
        return compose(text, MOST_CHARACTERS);
    }

    /**
     * The same for other texts than plans. A node may stand in itself, and in many places, by its aliases.
     *
     * @throws YamlRefused if it is none, or longer than so many characters
     */
    public static Optional<Node> compose(String text, int most) {
        if (text.length() > most) {
            throw new YamlRefused(
                    0, text.length() + " characters", "at most " + most, "Split what does not belong here.");
        }
        refuseLongLines(text);
        var settings = LoadSettings.builder()
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(MOST_CHARACTERS)
                .setUseMarks(true)
                .build();
        try {
            lookThrough(new Parse(settings).parseString(text));
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            var line =
                    e.getProblemMark().or(e::getContextMark).map(SafeYaml::line).orElse(0);
            throw new YamlRefused(
                    line, e.getProblem(), "YAML", "Look at this line and the one above: indentation, quotes, colons.");
        } catch (YamlEngineException e) {
            throw new YamlRefused(
                    0, String.valueOf(e.getMessage()), "YAML", "Compare with another plan or with the schema.");
        }
    }

    public static int line(Node node) {
        return node.getStartMark().map(SafeYaml::line).orElse(0);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static void lookThrough(Iterable<Event> events) {
        var depth = 0;
        var aliases = 0;
        for (var event : events) {
            var line = event.getStartMark().map(SafeYaml::line).orElse(0);
            switch (event) {
                case AliasEvent _ -> aliases++;
                case CollectionStartEvent start -> {
                    depth++;
                    refuseTag(start.getTag(), line);
                }
                case CollectionEndEvent _ -> depth--;
                case ScalarEvent scalar -> refuseTag(scalar.getTag(), line);
                default -> {
                    // Starts and ends of streams and documents, and comments.
                }
            }
            if (depth > DEEPEST) {
                throw new YamlRefused(
                        line, "depth " + depth, "at most " + DEEPEST + " levels", "Check brackets and indentation.");
            }
            if (aliases > MOST_ALIASES) {
                throw new YamlRefused(
                        line,
                        aliases + " aliases",
                        "at most " + MOST_ALIASES,
                        "Write the values out instead of *alias.");
            }
        }
    }

    /** The scanner takes seconds for a line of a megabyte. */
    private static void refuseLongLines(String text) {
        var number = 1;
        var start = 0;
        for (var end = text.indexOf('\n'); start <= text.length(); end = text.indexOf('\n', start)) {
            var length = (end < 0 ? text.length() : end) - start;
            if (length > LONGEST_LINE) {
                throw new YamlRefused(
                        number, length + " characters in a line", "at most " + LONGEST_LINE, "Break the line.");
            }
            if (end < 0) {
                return;
            }
            start = end + 1;
            number++;
        }
    }

    private static void refuseTag(Optional<String> tag, int line) {
        tag.filter(it -> !TAGS.contains(it)).ifPresent(it -> {
            throw new YamlRefused(line, it, "no tag", "Remove the tag that begins with an exclamation mark.");
        });
    }

    private SafeYaml() {}
}
