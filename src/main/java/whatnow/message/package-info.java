/**
 * Words going out: messages that we owe to somebody, kept in an outbox until a channel has taken them, and up to date after
 * that.
 *
 * <p>It knows nothing of incidents or decisions: whoever has something to say hands over the words, in the transaction in
 * which it came to be true.
 */
@ApplicationModule(allowedDependencies = {"database :: pool", "time"})
@NullMarked
package whatnow.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
