/** Slack on this machine, true to the wire: what it sends, what it takes, what it refuses. */
@NullMarked
package whatnow.testkit.slack;

import org.jspecify.annotations.NullMarked;
