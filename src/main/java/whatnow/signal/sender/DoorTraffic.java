package whatnow.signal.sender;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import whatnow.signal.Delivery;
import whatnow.signal.Traffic;

/**
 * Counts what comes through the doors, in memory, so that it costs a storm nothing.
 *
 * <p>Of what was refused the newest few of each door are kept: one for each token and kind of answer. Strangers share one for
 * each reason of a fixed few, so that however many come, whoever has a token is not pushed out.
 */
@Component
public final class DoorTraffic implements Traffic {

    /** More than strangers can fill. */
    static final int MOST_OF_A_DOOR = 16;

    private static final int LONGEST_WHY = 300;
    private static final int FIVE_MINUTES = 5;

    private final Map<String, Minutes> heard = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Refusal>> refused = new ConcurrentHashMap<>();

    public void heard(String door, Delivery delivery) {
        heard.computeIfAbsent(door, _ -> new Minutes())
                .add(delivery.said().size() + delivery.unreadable().size(), delivery.receivedAt());
    }

    /**
     * Somebody was sent away.
     *
     * @param door one of ours: there are only so many
     * @param who whose token it was; empty for a stranger
     * @param why where the sender is a stranger, words of ours and nothing that it wrote
     */
    void refused(String door, int status, String why, Optional<String> who, String from, Instant at) {
        var shown = why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) + "..." : why;
        var first = new Refusal(door, status, shown, who.orElse(""), from, 1, at, at);
        var ofDoor = refused.computeIfAbsent(door, _ -> bounded());
        synchronized (ofDoor) {
            ofDoor.merge(status + " " + who.map(it -> "token " + it).orElse(shown), first, DoorTraffic::again);
        }
    }

    private static Refusal again(Refusal before, Refusal next) {
        return new Refusal(
                next.door(),
                next.status(),
                next.why(),
                next.who(),
                next.from(),
                before.count() + 1,
                before.first(),
                next.last());
    }

    @Override
    public Rate rate(String door, Instant now) {
        var minutes = heard.computeIfAbsent(door, _ -> new Minutes());
        return new Rate(minutes.inTheLast(FIVE_MINUTES, now), minutes.inTheLast(Minutes.KEPT, now), minutes.last());
    }

    @Override
    public List<Refusal> refusals() {
        return refused.values().stream()
                .flatMap(it -> {
                    synchronized (it) {
                        return List.copyOf(it.values()).stream();
                    }
                })
                .sorted(Comparator.comparing(Refusal::last).reversed())
                .toList();
    }

    /** Forgets what has not happened for the longest time. */
    private static Map<String, Refusal> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Refusal> eldest) {
                return size() > MOST_OF_A_DOOR;
            }
        };
    }
}
