/**
 * Whether there is room for what is still to come, on the disk that the database writes to and on that of the journal.
 *
 * <p>It deletes nothing and refuses nobody. Doors ask it and pages show it.
 */
@NamedInterface("disk")
@NullMarked
package whatnow.database.disk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
