/**
 * How things are written that plans, articles and rules say to each other: citations of sections, and place-holders of
 * commands.
 *
 * <p>It knows the form only. Whether the section exists and what fills the place is known elsewhere.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package whatnow.notation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
