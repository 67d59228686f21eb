/** How well a search finds what is known to be right, beside others on the same documents. */
@NamedInterface("measure")
@NullMarked
package whatnow.knowledge.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
