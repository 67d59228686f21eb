/**
 * Asks an endpoint of the operator's for embeddings. It knows neither articles nor ranking, keeps nothing, and goes
 * nowhere but to the one address that it was given.
 */
@NullMarked
package whatnow.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
