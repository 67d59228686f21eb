package whatnow.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.time.Now;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    @Bean
    Messages messages(JdbcClient jdbc, ApplicationEventPublisher events) {
        return new PostgresMessages(jdbc, events, UUID::randomUUID);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, TransactionOperations transactions) {
        return new PostgresOutbox(jdbc, transactions);
    }

    @Bean
    Counts messageCounts(MeterRegistry meters) {
        return new Counts(meters);
    }

    @Bean
    Sender sender(Outbox outbox, List<Channel> channels, Counts counts, Now now) {
        return new Sender(
                outbox, channels, counts, now, () -> ThreadLocalRandom.current().nextDouble());
    }

    @Bean
    KnownUndelivered undelivered(List<Channel> channels, Now now) {
        return new KnownUndelivered(channels, now);
    }
}
