package whatnow.signal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of a signal, made from its event key alone: whoever tells the same event again is given the same id, also where
 * nobody looks whether it is known.
 */
final class SignalId {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    static UUID of(String eventKey) {
        try {
            var digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(eventKey.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong() & ~0xF000L | VERSION_8, digest.getLong() >>> 2 | VARIANT);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private SignalId() {}
}
