/** Measurements over real data, run on request: no part of the build asks for them. */
@NullMarked
package whatnow.measure;

import org.jspecify.annotations.NullMarked;
