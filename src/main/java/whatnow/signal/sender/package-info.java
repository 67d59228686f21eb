/** What all formats of senders share: the port {@link whatnow.signal.sender.Format} and what alerts are put together from. */
@NullMarked
package whatnow.signal.sender;

import org.jspecify.annotations.NullMarked;
