/** Google Cloud Monitoring's webhook channel. */
@NullMarked
package whatnow.signal.googlecloud;

import org.jspecify.annotations.NullMarked;
