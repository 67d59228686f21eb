package whatnow.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a strategy takes.
 *
 * @param upTo upper bound
 * @param measured from a drill or an incident; otherwise the plan's word, never measured
 * @param count how many measurements; 0 for the plan's word
 */
public record Estimate(Duration upTo, boolean measured, int count, Optional<LocalDate> lastMeasured) {

    public String origin() {
        return measured ? "measured " + count + " times" : "plan, never measured";
    }
}
