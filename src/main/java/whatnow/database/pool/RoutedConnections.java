package whatnow.database.pool;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * The one source of connections that everybody is given. Transactions are bound to it and not to a pool, which is why one
 * that has begun stays on its connection.
 */
final class RoutedConnections extends AbstractRoutingDataSource {

    RoutedConnections(Map<Pool, ? extends DataSource> pools) {
        setTargetDataSources(Map.copyOf(pools));
        afterPropertiesSet();
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return Pool.chosen();
    }
}
