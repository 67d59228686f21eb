/**
 * Runbooks, procedures, checklists, templates and lessons: found, read, rendered and checked.
 *
 * <p>The Markdown files are the only truth. What is held in memory, index included, is made from them
 * and can be thrown away at any time. Nothing here knows incidents or decisions.
 */
@ApplicationModule(allowedDependencies = "notation")
@NullMarked
package whatnow.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
