package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A named person overruled the rules. {@code of} is {@code severity}, {@code strategy}, {@code escalation} or {@code
 * veto:<strategy>}.
 *
 * @param from what the rules assessed when it was said: a name of a severity; empty if nobody wrote it down
 * @param byRole in whose name it was said; empty for nobody's but the person's own
 */
public record Overridden(
        String of, String to, Optional<String> from, Optional<String> byRole, String reason, Belief belief)
        implements Known {

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
        return "%s set to %s by %s%s: %s"
                .formatted(
                        of,
                        to,
                        String.join(", ", belief.sources()),
                        byRole.map(it -> " (%s)".formatted(it)).orElse(""),
                        reason);
    }
}
