package whatnow.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the owner of a server of their own what it could lose. It is their server, so they are warned and not refused. */
@Component
@ConditionalOnProperty("spring.datasource.url")
class NamedServer {

    private static final Logger LOG = LoggerFactory.getLogger(NamedServer.class);

    private final DataSource database;

    NamedServer(DataSource database) {
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        try (var connection = database.getConnection()) {
            var faults = Durability.faults(connection);
            if (!faults.isEmpty()) {
                LOG.warn(
                        "Your PostgreSQL could lose what Whatnow has accepted: {}. Switch that on in its configuration.",
                        String.join("; ", faults));
            }
        } catch (SQLException failure) {
            LOG.warn("Whether your PostgreSQL keeps what it accepts could not be checked.", failure);
        }
    }
}
