package whatnow.signal;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a delivery was read from: enough to read it again and get the same.
 *
 * @param format key of the format that reads it
 * @param source what the sender wants to be called
 * @param body JSON
 */
public record Origin(String format, Optional<String> source, Instant receivedAt, String body) {}
