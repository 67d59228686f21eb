/**
 * Recovery plans: what was decided in advance, as data.
 *
 * <p>A plan holds numbers, tables and names; it holds no logic and knows nothing of incidents. Rules
 * read it and decide. Where a source contradicts itself the plan keeps both statements and says
 * which one counts and why.
 */
@ApplicationModule(allowedDependencies = {"notation", "time"})
@NullMarked
package whatnow.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
