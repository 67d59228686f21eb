/**
 * What to do: six rule books consulted in order, what they proposed, what was settled on, and the log
 * of it all.
 *
 * <p>{@link whatnow.decision.Decider} is a pure function of rule books, plan, facts, held state and
 * time. It reads no clock, no database and no network, so any decision can be made again.
 */
@ApplicationModule(
        allowedDependencies = {"database :: pool", "rulebook", "incident", "plan", "knowledge", "notation", "time"})
@NullMarked
package whatnow.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
