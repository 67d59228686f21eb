/**
 * What is happening: incidents, the symptoms they show and the facts learnt about them, in the order
 * they were learnt.
 *
 * <p>Nothing here decides anything. Facts come in from machines and people; decisions are made in
 * {@code decision}, which reads this package and is never read by it.
 */
@ApplicationModule(allowedDependencies = {"plan", "catalogue"})
@NullMarked
package whatnow.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
