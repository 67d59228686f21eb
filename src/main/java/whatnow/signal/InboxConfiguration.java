package whatnow.signal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** The thread that folds what waits, and the look whether the database is back. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    Spool spool(@Value("${whatnow.data:data}") Path data) {
        return Spool.in(data.resolve("journal"));
    }

    @Bean
    SmartLifecycle inboxFolding(Signals signals) {
        return new InboxThread(signals.worker());
    }

    @Bean
    CarryingOver carryingOver(Signals signals) {
        return new CarryingOver(signals);
    }

    /** Every second, so that a database that is back is used at once. */
    record CarryingOver(Signals signals) {

        @Scheduled(fixedDelay = 1_000)
        void look() {
            signals.carryOver();
        }
    }
}
