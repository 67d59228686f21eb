/** Datadog's webhooks integration. */
@NullMarked
package whatnow.signal.datadog;

import org.jspecify.annotations.NullMarked;
