/** A file of this node that takes what the database cannot take now, and knows nothing of what it means. */
@NullMarked
package whatnow.signal.journal;

import org.jspecify.annotations.NullMarked;
