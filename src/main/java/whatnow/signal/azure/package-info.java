/** Azure Monitor's common alert schema. */
@NullMarked
package whatnow.signal.azure;

import org.jspecify.annotations.NullMarked;
