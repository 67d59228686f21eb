/**
 * What belongs together: rows of plans, the rules and articles that serve them, and the drills that proved it; and so what has
 * no answer yet.
 *
 * <p>It is read from plans, rule books and articles as they stand in memory. Only when something was used or drilled comes from
 * the database; without that it says so and shows the rest.
 */
@ApplicationModule(allowedDependencies = {"feedback", "incident", "knowledge", "notation", "plan", "rulebook", "time"})
@NullMarked
package whatnow.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
