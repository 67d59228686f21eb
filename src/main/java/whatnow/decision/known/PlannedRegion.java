package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/**
 * A region that the plan names.
 *
 * @param home services of the plan run there while all is well
 * @param promoted a regional failover has promoted a region, so that any of them may be the one that serves
 */
public record PlannedRegion(String name, boolean home, boolean promoted) implements Evidence {

    /** It stands by: without it nobody is served worse. */
    public boolean isPassive() {
        return !home && !promoted;
    }

    /** As symptoms and checks name it, which may name none. */
    public Optional<String> here() {
        return Optional.of(name);
    }

    public boolean is(Optional<String> region) {
        return region.filter(name::equals).isPresent();
    }

    @Override
    public String inWords() {
        return "plan: %s %s".formatted(name, home ? "is a home region" : "stands by");
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.empty();
    }
}
