/** Zabbix, by a webhook media type. */
@NullMarked
package whatnow.signal.zabbix;

import org.jspecify.annotations.NullMarked;
