/** What each person may see of restricted incidents. Every door asks here before it shows anything of an incident. */
@ApplicationModule(allowedDependencies = {"decision", "incident", "knowledge :: question", "now", "security", "time"})
@NullMarked
package whatnow.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
