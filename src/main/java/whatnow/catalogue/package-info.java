/**
 * A read view over the services of active plans: names, aliases, who depends on whom, and which
 * plan a signal belongs to.
 *
 * <p>It holds nothing of its own and knows nothing of incidents or signals: whoever asks brings
 * names and labels.
 */
@ApplicationModule(allowedDependencies = "plan")
@NullMarked
package whatnow.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
