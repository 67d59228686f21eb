/** Measurements of a running server. They run only when asked for. */
@NullMarked
package whatnow.benchmark;

import org.jspecify.annotations.NullMarked;
