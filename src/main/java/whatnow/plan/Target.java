package whatnow.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How fast a service must be back (RTO) and how much data may be lost (RPO).
 *
 * @param of what the target is for: {@code plan}, a tier's id or a service's name
 * @param stated what the source says, where it contradicts itself; empty otherwise
 * @param because why the chosen figure counts; empty where nothing contradicts it
 */
public record Target(
        String of,
        Optional<Duration> rto,
        Optional<Duration> rpo,
        List<Stated> stated,
        Optional<String> because,
        List<String> rows) {

    public static final Target NONE =
            new Target("none", Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of());

    /** This target where it says something, the wider one where it is silent. */
    public Target orElse(Target wider) {
        return new Target(
                rto.isPresent() || rpo.isPresent() ? of : wider.of,
                rto.or(wider::rto),
                rpo.or(wider::rpo),
                stated.isEmpty() ? wider.stated : stated,
                because.or(wider::because),
                rows.isEmpty() ? wider.rows : rows);
    }
}
