package whatnow.decision.known;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times that deadlines run from.
 *
 * @param impactStartedAt when users began to be hurt, by the earliest sign
 * @param declaredAt when a named person declared the incident
 */
public record IncidentClock(
        Instant now,
        Instant openedAt,
        Instant impactStartedAt,
        Optional<Instant> declaredAt,
        Optional<Instant> acknowledgedAt)
        implements Evidence {

    public boolean isDeclared() {
        return declaredAt.isPresent();
    }

    public boolean isAcknowledged() {
        return acknowledgedAt.isPresent();
    }

    /** Somebody has it, or has declared it, from when on the plan's own clock runs. */
    public boolean isAnswered() {
        return isAcknowledged() || isDeclared();
    }

    public Duration age() {
        return Duration.between(impactStartedAt, now);
    }

    /** Whether {@code due} has come; the very second counts. */
    public boolean hasCome(Instant due) {
        return !due.isAfter(now);
    }

    @Override
    public String inWords() {
        return declaredAt
                .map(it -> "declared " + Words.clock(it))
                .orElse("opened " + Words.clock(openedAt) + ", not declared");
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.empty();
    }
}
