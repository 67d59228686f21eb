/** The verbs of the grammar, each in a class of its own. */
@NullMarked
package whatnow.chat.verb;

import org.jspecify.annotations.NullMarked;
