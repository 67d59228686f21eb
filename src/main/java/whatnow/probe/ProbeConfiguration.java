package whatnow.probe;

import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.plan.Plans;
import whatnow.time.Now;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "whatnow.probe.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ProbeSettings.class)
class ProbeConfiguration {

    @Bean
    Names probedNames(ProbeSettings settings) {
        return new Names(settings.atOnce());
    }

    @Bean
    SocketLooker socketLooker(Names names) {
        return new SocketLooker(names, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Bean
    Prober prober(
            Plans plans, Looker looker, ProbeRows rows, Turn turn, Ledger ledger, ProbeSettings settings, Now now) {
        var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("probe-", 0).factory());
        return new Prober(plans, looker, threads, rows, turn, ledger, settings, now);
    }

    @Bean
    ProbeTimer probeTimer(Prober prober) {
        return new ProbeTimer(prober);
    }
}
