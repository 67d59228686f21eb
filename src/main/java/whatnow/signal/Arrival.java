package whatnow.signal;

import java.util.Optional;

/**
 * A delivery that waits to be accepted.
 *
 * @param origin empty for what can only be folded at once, because it was not read from a body
 */
record Arrival(Delivery delivery, Optional<Origin> origin) {

    /** Alerts, readable or not. */
    int alerts() {
        return delivery.said().size() + delivery.unreadable().size();
    }
}
