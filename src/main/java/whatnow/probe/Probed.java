package whatnow.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint is, as pages show it.
 *
 * @param every how often it is tried while nothing changes
 * @param triedAt when it was last tried; empty if it never was
 * @param responseMillis of the last answer; empty if none came
 * @param why what was wrong with the last try; empty text if nothing. Partly text from strangers: show it as data
 * @param certificateUntil when the certificate that it showed ends
 */
public record Probed(
        String plan,
        String service,
        Optional<String> region,
        String kind,
        String address,
        Duration every,
        Condition condition,
        Instant since,
        Optional<Instant> triedAt,
        Optional<Long> responseMillis,
        String why,
        Optional<Instant> certificateUntil) {}
