/**
 * Connections to the database, kept apart by who needs them: a pool that is used up holds up nobody but its own.
 *
 * <p>It knows no table, no route and no thread. Whoever begins work says whose it is, by a {@link
 * whatnow.database.pool.Pool}.
 */
@NamedInterface("pool")
@NullMarked
package whatnow.database.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
