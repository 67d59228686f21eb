/**
 * Takes runbooks over from a folder or a git repository, and again when they have changed there.
 *
 * <p>It writes into one folder and nowhere else, under names of its own making, and never over anything that
 * somebody changed since. It starts no process and runs nothing that it finds.
 */
@NamedInterface("imports")
@NullMarked
package whatnow.knowledge.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
