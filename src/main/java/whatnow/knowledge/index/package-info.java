/**
 * From articles to hits: by words with Lucene, by meaning too where somebody set an endpoint for it.
 *
 * <p>{@code KeptIndex} is the door. The index follows the articles, on disk or in memory, and may be lost at
 * any time; whoever asks meanwhile is answered by reading. It knows no incidents: what a question stands
 * in comes with it.
 */
@NullMarked
package whatnow.knowledge.index;

import org.jspecify.annotations.NullMarked;
