/**
 * What a person could learn or say of an incident, nearest first, and the inputs of the decision as they would then be.
 *
 * <p>It knows nothing of goals and decides nothing. No fact that is supposed is ever written down.
 */
@NullMarked
package whatnow.decision.supposed;

import org.jspecify.annotations.NullMarked;
