package whatnow.chat.door;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was brought to this node. It counts also while the database is away. */
public final class LocalDeliveries implements Deliveries {

    private static final int MOST = 10_000;

    private record Event(Instant at, Optional<String> answer) {}

    private final Map<String, Event> events = new LinkedHashMap<>();
    private final Map<String, Instant> signatures = new LinkedHashMap<>();

    @Override
    public synchronized Known hear(Delivery delivery, Instant at) {
        forget(at);
        var isNew = signatures.putIfAbsent(delivery.signature(), at) == null;
        var before = events.putIfAbsent(delivery.event(), new Event(at, Optional.empty()));
        if (before == null) {
            return new First();
        }
        return isNew || delivery.isRetry() ? new Again(before.answer()) : new Replay();
    }

    @Override
    public synchronized void answered(Delivery delivery, String answer) {
        events.computeIfPresent(delivery.event(), (_, it) -> new Event(it.at(), Optional.of(answer)));
    }

    private void forget(Instant now) {
        var oldest = now.minus(KEPT);
        events.values().removeIf(it -> !it.at().isAfter(oldest));
        signatures.values().removeIf(it -> !it.isAfter(oldest));
        shrink(events);
        shrink(signatures);
    }

    /** Only what is signed comes here, so nobody but the chat itself can push something out early. */
    private static void shrink(Map<String, ?> known) {
        var first = known.keySet().iterator();
        while (known.size() >= MOST && first.hasNext()) {
            first.next();
            first.remove();
        }
    }
}
