/**
 * The embedded PostgreSQL: unpacks it, starts it, keeps it running, and refuses one that could lose what it accepted.
 *
 * <p>It knows no table. Users with a server of their own set {@code spring.datasource.url}, and then nothing here is
 * launched.
 */
@ApplicationModule(allowedDependencies = "time")
@NullMarked
package whatnow.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
