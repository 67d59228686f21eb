/** What can be asked of people, and which facts each possible answer would be. */
@NamedInterface("asking")
@NullMarked
package whatnow.decision.asking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
