package whatnow.signal.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import whatnow.signal.Delivery;
import whatnow.signal.Signal;
import whatnow.signal.Signal.Status;

/**
 * What has to report by itself.
 *
 * @param region empty text if it has none
 * @param symptom that its silence is, as a label says it; empty text leaves it to the rules
 * @param every how often
 * @param last when it last did
 * @param due when it has to have reported again
 * @param missed it was said that it did not
 */
record Heartbeat(
        String id,
        String service,
        String region,
        String symptom,
        Duration every,
        Instant last,
        Instant due,
        boolean missed) {

    /** Its silence is believed until it reports again. */
    private static final Duration FOR_LONG = Duration.ofDays(365);

    private static final String KIND = "heartbeat ";

    /** It reported just now. */
    static Heartbeat beating(String id, String service, String region, String symptom, Duration every, Instant now) {
        var due = now.plus(every).plus(every.dividedBy(2));
        return new Heartbeat(id, service, region, symptom, every, now, due, false);
    }

    /** Its silence was told. */
    Heartbeat told() {
        return new Heartbeat(id, service, region, symptom, every, last, due, true);
    }

    String source() {
        return KIND + id;
    }

    /** It has not reported in time. */
    Delivery isSilent(Instant now) {
        return delivery(signal(Status.FIRING, Optional.empty(), now), now);
    }

    /** It reports again. */
    Delivery isBack(Instant now) {
        return delivery(signal(Status.RESOLVED, Optional.of(now), now), now);
    }

    private Delivery delivery(Signal signal, Instant now) {
        var said = new Delivery.Said(
                signal, signal.labels().toString(), true, List.of(), false, Optional.of(now.plus(FOR_LONG)));
        return new Delivery(source(), true, now, List.of(said), List.of());
    }

    private Signal signal(Status status, Optional<Instant> endsAt, Instant now) {
        var labels = new TreeMap<String, String>();
        labels.put("alertname", "HeartbeatMissed");
        labels.put("heartbeat", id);
        labels.put("service", service);
        if (!region.isEmpty()) {
            labels.put("region", region);
        }
        if (!symptom.isEmpty()) {
            labels.put("symptom", symptom);
        }
        var annotations = new TreeMap<String, String>();
        annotations.put("summary", "%s has not reported in time".formatted(id));
        return new Signal(source(), "heartbeat " + id, due, status, endsAt, labels, annotations, now);
    }
}
