/** Slack, by its web API. */
@NullMarked
package whatnow.message.slack;

import org.jspecify.annotations.NullMarked;
