/**
 * A folder of rules: compiled, consulted, reloaded, and proved by the examples beside it.
 *
 * <p>It knows the rule engine and nothing of incidents or plans: what the rules may say is a
 * vocabulary that the caller brings along.
 */
@ApplicationModule(allowedDependencies = "time")
@NullMarked
package whatnow.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
