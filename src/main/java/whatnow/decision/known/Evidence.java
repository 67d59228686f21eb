package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/** Something that made a rule speak and can be put into words. */
public interface Evidence {

    /** One line for people. */
    String inWords();

    /** When it was observed; empty for what was decided in advance. */
    Optional<Instant> observedAt();
}
