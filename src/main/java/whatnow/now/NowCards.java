package whatnow.now;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.decision.Supposing.Supposed;

/** Makes Now cards. */
public interface NowCards {

    /** One card for every open incident, gravest first. */
    List<NowCard> all();

    /** The card of an incident by its number, whatever its status. */
    Optional<NowCard> of(String incidentNumber);

    /** The card of what would be decided; whoever shows it says what of it is not recorded. */
    NowCard supposing(Supposed supposed);

    /** When each source last reported: what there is to say when nothing is open. */
    List<SourceLine> sources();

    /** @param state {@code fresh}, {@code silent} or {@code never observed} */
    record SourceLine(String source, String state, Optional<Instant> lastReport) {}
}
