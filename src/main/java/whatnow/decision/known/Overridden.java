package whatnow.decision.known;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A named person overruled the rules. {@code of} is {@code severity}, {@code strategy}, {@code escalation} or {@code
 * veto:<strategy>}.
 */
public record Overridden(String of, String to, String reason, Belief belief) implements Known {

    private static final Pattern LEVEL = Pattern.compile("L\\d");

    /** Somebody asked for the people of this level, or of one above it. */
    public boolean isEscalationTo(String level) {
        return isTrue() && of.equals("escalation") && LEVEL.matcher(to).matches() && level.compareTo(to) <= 0;
    }

    /** When it was said. */
    public Instant at() {
        return belief.observedAt();
    }

    @Override
    public String inWords() {
        return "%s set to %s by %s: %s".formatted(of, to, String.join(", ", belief.sources()), reason);
    }
}
