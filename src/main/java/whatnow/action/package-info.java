/**
 * What people do about an incident, the same for every door: each is a fact in their name, and what only some may do is
 * refused here.
 */
@ApplicationModule(
        allowedDependencies = {
            "decision",
            "decision :: asking",
            "feedback",
            "incident",
            "knowledge",
            "notation",
            "now",
            "plan",
            "security",
            "time"
        })
@NullMarked
package whatnow.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
