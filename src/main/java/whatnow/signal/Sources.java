package whatnow.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everyone who speaks to us or was expected to. */
public interface Sources {

    /** By name. */
    List<Source> at(Instant now);

    /** What was accepted, on any node, and is not folded in yet: no decision knows of it. */
    Optional<Waiting> waiting();

    /** @param oldest when the one came that has waited longest */
    record Waiting(long alerts, Instant oldest) {}
}
