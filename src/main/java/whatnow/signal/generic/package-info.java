/**
 * The door for typed facts, from people and from machines that were taught to speak plainly.
 */
@NullMarked
package whatnow.signal.generic;

import org.jspecify.annotations.NullMarked;
