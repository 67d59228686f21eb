/** CloudEvents 1.0, in all three ways over HTTP. */
@NullMarked
package whatnow.signal.cloudevents;

import org.jspecify.annotations.NullMarked;
