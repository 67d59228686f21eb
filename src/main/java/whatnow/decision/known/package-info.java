/**
 * What rules see: facts put into the words of the domain, each with how firmly it is believed.
 *
 * <p>Everything here is derived from the inputs of a decision by {@code Situation}; nothing is stored.
 */
@NullMarked
package whatnow.decision.known;

import org.jspecify.annotations.NullMarked;
