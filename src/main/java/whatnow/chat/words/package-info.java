/**
 * Plain English read into facts, by the names of the active plans and a dictionary of phrases.
 *
 * <p>Reading is a pure function: it asks no database and writes nothing down. Whoever calls it shows what was read, each
 * fact with the words that it came from, before anything is believed.
 */
@NamedInterface("words")
@NullMarked
package whatnow.chat.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
