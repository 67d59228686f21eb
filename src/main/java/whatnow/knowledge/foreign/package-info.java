/**
 * Markdown that was written for other tools, made into articles.
 *
 * <p>Nothing here ever refuses a folder: what cannot be read is named and left out, and what was guessed
 * is said to be a guess. Nothing here writes a file.
 */
@NamedInterface("foreign")
@NullMarked
package whatnow.knowledge.foreign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
