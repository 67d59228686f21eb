/** {@code bin/whatnow}: asks a server what the pages show, and answers from files when no server does. */
@ApplicationModule(allowedDependencies = {"knowledge", "plan", "rulebook", "incident", "now", "decision", "signal"})
@NullMarked
package whatnow.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
