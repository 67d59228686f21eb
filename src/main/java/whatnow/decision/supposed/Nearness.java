package whatnow.decision.supposed;

import java.util.Comparator;
import java.util.List;
import whatnow.incident.FactType;

/**
 * How near a change lies to what is known: first what is asked or unknown, then what is about the incident, then about its
 * neighbours, then about the rest.
 *
 * @param facts how many there are to learn
 * @param ring 0 asked, unknown or stale; 1 in the incident; 2 next to it; 3 elsewhere in the plan
 * @param surprise how seldom such a thing is found out, and the more so against what is believed
 */
public record Nearness(int facts, int ring, int surprise, String words) implements Comparable<Nearness> {

    /** What changes most often and is found out most easily comes first. */
    private static final List<FactType> LIKELY = List.of(
            FactType.STANDBY,
            FactType.REPLICATION,
            FactType.LAST_COMMIT_REPLAYED,
            FactType.REGION_STATUS,
            FactType.ZONE_STATUS,
            FactType.SYMPTOM,
            FactType.DEPENDENCY,
            FactType.HEALTH_CHECK,
            FactType.DEPLOYMENT,
            FactType.ANSWER,
            FactType.WAL_ARCHIVE,
            FactType.BACKUP,
            FactType.CORRUPTION,
            FactType.DATA_LOSS,
            FactType.INTRUSION,
            FactType.RUNNING_RECOVERY,
            FactType.STEP_DONE,
            FactType.APPROVAL);

    private static final int OF_A_CONTRADICTION = 4;

    private static final Comparator<Nearness> NEAREST = Comparator.comparingInt(Nearness::facts)
            .thenComparingInt(Nearness::ring)
            .thenComparingInt(Nearness::surprise)
            .thenComparing(Nearness::words);

    /** @param against 2 if somebody's firm word speaks against it, 1 if one machine's does */
    static int surprise(FactType type, int against) {
        var place = LIKELY.indexOf(type);
        return (place < 0 ? LIKELY.size() : place) + against * OF_A_CONTRADICTION;
    }

    Nearness and(Nearness other) {
        return new Nearness(
                facts + other.facts,
                Math.max(ring, other.ring),
                surprise + other.surprise,
                words + " and " + other.words);
    }

    @Override
    public int compareTo(Nearness other) {
        return NEAREST.compare(this, other);
    }
}
