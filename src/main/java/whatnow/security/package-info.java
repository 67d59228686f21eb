/**
 * Who is asking, and what they may do.
 *
 * <p>Every route has its line in {@code routes.txt}; a route without one is closed to everybody.
 */
@ApplicationModule(allowedDependencies = "time")
@NullMarked
package whatnow.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
