package whatnow.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of an incident's history, written once and never changed.
 *
 * @param kind {@code symptom}, {@code fact}, {@code decision}, {@code status}, {@code merge}
 * @param by who said or did it; a person's name or a sender's
 */
public record TimelineEntry(Instant at, String kind, String text, String by, Optional<UUID> reference) {}
