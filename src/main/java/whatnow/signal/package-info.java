/**
 * What machines tell us: kept as it came, folded into symptoms, and tied to incidents.
 *
 * <p>One folder per sender turns its words into {@link whatnow.signal.Signal}s; everything after that is the same for all
 * of them. A sender is answered once its words are on disk. What a signal means is said by a
 * {@link whatnow.signal.SymptomReader}, and how bad it is by nobody here.
 */
@ApplicationModule(
        allowedDependencies = {
            "database :: pool",
            "database :: disk",
            "plan",
            "incident",
            "rulebook",
            "security",
            "time"
        })
@NullMarked
package whatnow.signal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
