package whatnow.knowledge.imports;

import java.time.Duration;

/**
 * How long a repository is waited for, and how much of it is taken.
 *
 * @param silence without a byte
 * @param whole for everything
 */
record Patience(Duration silence, Duration whole, long mostBytes) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofMinutes(15), 1_000_000_000);
}
