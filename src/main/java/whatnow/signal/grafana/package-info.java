/** Grafana's alerting: the webhook of its unified alerting and that of the older one. */
@NullMarked
package whatnow.signal.grafana;

import org.jspecify.annotations.NullMarked;
