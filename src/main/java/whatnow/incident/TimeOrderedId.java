package whatnow.incident;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identities that sort by the time they were given at (UUID version 7): rows written together lie together. */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public static UUID at(Instant instant) {
        var high = instant.toEpochMilli() << 16 | VERSION | RANDOM.nextLong() & 0xFFF;
        var low = RANDOM.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low);
    }

    private TimeOrderedId() {}
}
