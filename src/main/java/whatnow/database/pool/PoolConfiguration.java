package whatnow.database.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * Makes the pools. Each is a bean, so that {@code /metrics} tells of each by its name, but only the one that chooses among
 * them is given to whoever asks for a source of connections.
 *
 * <p>{@code spring.datasource.hikari} holds for all of them, but for their sizes.
 */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    private static final String TO_ALL = "spring.datasource.hikari";

    /**
     * In seconds: a server that does not answer for so long is taken for away, so that threads do not pile up behind it
     * (C-6). What the address itself says wins.
     */
    private static final Map<String, String> PATIENCE =
            Map.of("connectTimeout", "5", "loginTimeout", "10", "socketTimeout", "10", "tcpKeepAlive", "true");

    private final ObjectProvider<JdbcConnectionDetails> launched;
    private final Environment environment;

    PoolConfiguration(ObjectProvider<JdbcConnectionDetails> launched, Environment environment) {
        this.launched = launched;
        this.environment = environment;
    }

    @Bean(defaultCandidate = false)
    HikariDataSource intakePool() {
        return pool(Pool.INTAKE);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource peoplePool() {
        return pool(Pool.PEOPLE);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource reportsPool() {
        return pool(Pool.REPORTS);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource workPool() {
        return pool(Pool.WORK);
    }

    @Bean
    @Primary
    DataSource dataSource(
            @Qualifier("intakePool") HikariDataSource intake,
            @Qualifier("peoplePool") HikariDataSource people,
            @Qualifier("reportsPool") HikariDataSource reports,
            @Qualifier("workPool") HikariDataSource work) {
        return new RoutedConnections(
                Map.of(Pool.INTAKE, intake, Pool.PEOPLE, people, Pool.REPORTS, reports, Pool.WORK, work));
    }

    /** One connection is kept ready in each; more are made when they are needed and stay for ten minutes. */
    private HikariDataSource pool(Pool which) {
        var pool = new HikariDataSource();
        PATIENCE.forEach(pool::addDataSourceProperty);
        pool.addDataSourceProperty("ApplicationName", "whatnow");
        pool.setMinimumIdle(1);
        // People's is the first to be used: a start without a database shall say at once what is wrong. Later nobody
        // waits
        // longer for a pool's first connection than for any other.
        pool.setInitializationFailTimeout(which == Pool.PEOPLE ? 1 : -1);
        Binder.get(environment).bind(TO_ALL, Bindable.ofInstance(pool));
        pool.setPoolName(which.key());
        pool.setMaximumPoolSize(which.size(environment));
        pool.setMinimumIdle(Math.min(pool.getMinimumIdle(), pool.getMaximumPoolSize()));
        return connected(pool);
    }

    private HikariDataSource connected(HikariDataSource pool) {
        var server = launched.getIfAvailable(() -> new Named(environment));
        pool.setJdbcUrl(server.getJdbcUrl());
        pool.setUsername(server.getUsername());
        pool.setPassword(server.getPassword());
        return pool;
    }

    /** The server that the user named. */
    private record Named(Environment environment) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return environment.getRequiredProperty("spring.datasource.url");
        }

        @Override
        public @Nullable String getUsername() {
            return environment.getProperty("spring.datasource.username");
        }

        @Override
        public @Nullable String getPassword() {
            return environment.getProperty("spring.datasource.password");
        }
    }
}
