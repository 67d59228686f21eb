package whatnow.decision;

import java.util.Optional;
import whatnow.incident.Incident;

/**
 * Hears of every decision inside its transaction: what it writes commits with the decision or not at all.
 *
 * <p>It must be quick and speak with nobody outside: whatever it wants sent goes into an outbox. A mistake in it is logged and
 * costs no decision; an error of the database takes both back, and the incident stays due.
 */
public interface DecisionMade {

    /**
     * @param decision the one in force; it is {@code before} itself where the rules had nothing new to say, but the
     *     incident's status, or who may see it, may have changed
     * @param before the last decision about the same incident; empty for the first
     */
    void made(Incident incident, Decision decision, Optional<Decision> before);

    /** It has ended, so nothing more is decided; told again whenever something is learnt about it after that. */
    void over(Incident incident);
}
