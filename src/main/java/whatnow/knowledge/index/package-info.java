/**
 * From articles to hits: a Lucene index that lives in memory.
 *
 * <p>It is built from one snapshot of the library and thrown away with it. A few hundred articles take
 * less than a second, so there is nothing to keep on disk, to repair or to migrate.
 */
@NullMarked
package whatnow.knowledge.index;

import org.jspecify.annotations.NullMarked;
