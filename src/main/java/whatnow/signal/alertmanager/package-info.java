/**
 * Two doors for alerts: Alertmanager's webhook and the one that Prometheus speaks to directly. The same alert through both
 * is one signal.
 */
@NullMarked
package whatnow.signal.alertmanager;

import org.jspecify.annotations.NullMarked;
