/** The one port through which time enters. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package whatnow.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
