package whatnow.rulebook;

import java.util.Optional;

/**
 * How an example went.
 *
 * @param spoke whether the rule spoke
 * @param refused why the facts could not be made or weighed; empty if they could
 */
public record ExampleResult(Example example, boolean spoke, Optional<String> refused) {

    public boolean isPassed() {
        return refused.isEmpty() && spoke == example.fires();
    }

    /** With file and line, for people; only where it did not pass. */
    public String complaint() {
        return "%s:%d: %s"
                .formatted(
                        example.file(),
                        example.line(),
                        refused.orElseGet(() -> "(%s) but the rule %s"
                                .formatted(example.sentence(), spoke ? "spoke" : "stayed quiet")));
    }
}
