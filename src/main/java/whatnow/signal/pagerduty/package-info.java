/** PagerDuty: its webhooks, and its Events API as others speak it. */
@NullMarked
package whatnow.signal.pagerduty;

import org.jspecify.annotations.NullMarked;
