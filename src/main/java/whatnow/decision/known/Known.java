package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;
import whatnow.incident.State;

/** A fact as rules see it: three-valued, and firm or not. */
public interface Known extends Evidence {

    Belief belief();

    default boolean isTrue() {
        return belief().state() == State.TRUE;
    }

    default boolean isFalse() {
        return belief().state() == State.FALSE;
    }

    default boolean isUnknown() {
        return belief().state() == State.UNKNOWN;
    }

    /** True, and said by a named person or by two kinds of source: enough to block. */
    default boolean isEstablished() {
        return isTrue() && belief().firm();
    }

    @Override
    default Optional<Instant> observedAt() {
        return Optional.of(belief().observedAt());
    }
}
