/** Dead-man switches: jobs and machines that report while all is well, so that their silence says something. */
@NullMarked
package whatnow.signal.heartbeat;

import org.jspecify.annotations.NullMarked;
