package whatnow.probe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is looked at, whichever node does so. */
public interface Probes {

    /** The endpoints of the active plans, by plan, service and address. */
    List<Probed> all();

    /** Since when nothing is reached any more, so that the observer may be cut off; empty while it sees. */
    Optional<Instant> cutOffSince();
}
