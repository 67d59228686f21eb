/**
 * Deciding again with one thing changed: what would have to be learnt for another decision.
 *
 * <p>Rule books, a plan and inputs go in, an answer comes out; nothing is read, written or done. What is offered are facts
 * that somebody might learn, never actions and never a person's word that overrules the rules.
 */
@NamedInterface("otherwise")
@NullMarked
package whatnow.decision.otherwise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
