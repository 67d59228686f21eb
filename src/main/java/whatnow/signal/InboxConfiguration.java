package whatnow.signal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
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

    /** How much is accepted and not folded yet, for whoever watches us. */
    @Bean
    MeterBinder inboxSize(SignalStore store) {
        return meters -> Gauge.builder("whatnow.inbox.alerts", store.inbox(), Inbox::size)
                .description("Alerts that are accepted and not folded yet")
                .register(meters);
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
