package whatnow.chat.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import whatnow.security.Secret;

/** What chats brought lately. It is forgotten after {@link #KEPT}. */
public interface Deliveries {

    Duration KEPT = Duration.ofMinutes(10);

    /**
     * @param signature hash of what proved the sender; different whenever the sender signs anew
     * @param event hash of what was said
     * @param isRetry the sender says that it brings this again, because it heard no answer
     */
    record Delivery(String signature, String event, boolean isRetry) {

        public static Delivery of(String signature, String event, boolean isRetry) {
            return new Delivery(Secret.sha256(signature), Secret.sha256(event), isRetry);
        }
    }

    /** What is known of a delivery. */
    sealed interface Known {}

    /** Nothing: it is to be done now. */
    record First() implements Known {}

    /** @param answer that was given to it; empty while it is still at work */
    record Again(Optional<String> answer) implements Known {}

    /** Somebody says again what another signed. */
    record Replay() implements Known {}

    /** Remembers it. Of several at the same time one is the first. */
    Known hear(Delivery delivery, Instant at);

    void answered(Delivery delivery, String answer);
}
