package whatnow.rulebook;

import java.util.Map;

/**
 * A situation in which a rule speaks, or a near miss in which it stays quiet. Together they are the
 * rule's specification.
 *
 * @param situation completes "fires when" or "stays quiet when"
 * @param facts kind to fields, as text, list or mapping; what the kinds are is the caller's language
 * @param line where the situation stands
 */
public record Example(String rule, boolean fires, String situation, Map<String, Object> facts, String file, int line) {

    /** The example read aloud, for example {@code A region is lost: fires when a probe says so}. */
    public String sentence() {
        return "%s: %s %s".formatted(rule, fires ? "fires when" : "stays quiet when", situation);
    }
}
