/** Senders that nobody taught us: a file says where in their words ours are to be found. */
@NullMarked
package whatnow.signal.mapping;

import org.jspecify.annotations.NullMarked;
