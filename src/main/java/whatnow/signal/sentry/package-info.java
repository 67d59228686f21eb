/** Sentry's integrations and its older webhook. */
@NullMarked
package whatnow.signal.sentry;

import org.jspecify.annotations.NullMarked;
