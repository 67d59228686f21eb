/**
 * The one port through which time enters. Nothing else in the product reads a clock, so a test can walk through a
 * night in a millisecond and two nodes agree on what is due.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package whatnow.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
