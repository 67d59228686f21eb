/**
 * Words coming in: what people type is read into facts by the names of the active plans and a dictionary of phrases.
 *
 * <p>Reading is a pure function: it asks no database and writes nothing down. Whoever calls it shows what was read, each
 * fact with the words that it came from, before anything is believed.
 */
@ApplicationModule(allowedDependencies = {"plan", "incident"})
@NullMarked
package whatnow.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
