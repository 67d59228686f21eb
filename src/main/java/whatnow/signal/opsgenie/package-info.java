/** Opsgenie: its webhook, and its alert API as others speak it. */
@NullMarked
package whatnow.signal.opsgenie;

import org.jspecify.annotations.NullMarked;
