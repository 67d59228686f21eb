/** What somebody wants to find: their words, read by a small grammar of our own, and what they stand in. */
@NamedInterface("question")
@NullMarked
package whatnow.knowledge.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
