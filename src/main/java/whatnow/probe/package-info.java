/**
 * What we go and look at: HTTP and TCP checks of the endpoints that active plans name, and of nothing else.
 *
 * <p>What was seen becomes a symptom of the endpoint's service and a fact about it, as if a sender had said so. Whether it
 * is bad is said by the rules. An observer that reaches nothing any more is not believed, by itself least of all.
 */
@ApplicationModule(allowedDependencies = {"database :: pool", "plan", "incident", "signal", "time"})
@NullMarked
package whatnow.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
