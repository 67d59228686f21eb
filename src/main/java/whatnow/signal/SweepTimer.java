package whatnow.signal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import whatnow.database.pool.Pool;
import whatnow.time.Now;

/** Sweeps every few seconds. Any number of nodes may: the store's lock lets one at a time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SourceSettings.class)
class SweepTimer {

    private final Sweep sweep;
    private final Signals signals;
    private final Now now;

    SweepTimer(Sweep sweep, Signals signals, Now now) {
        this.sweep = sweep;
        this.signals = signals;
        this.now = now;
    }

    @Scheduled(fixedDelayString = "${whatnow.sweep.every:PT5S}", initialDelayString = "${whatnow.sweep.every:PT5S}")
    void tick() {
        if (!signals.isBehind()) {
            Pool.WORK.run(() -> sweep.at(now.instant()));
        }
    }
}
