package whatnow.signal.heartbeat;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import whatnow.database.pool.Pool;

/** Listens every few seconds. Any number of nodes may: each silence is noted by one of them. */
@Configuration(proxyBeanMethods = false)
class HeartTimer {

    private final Heart heart;

    HeartTimer(Heart heart) {
        this.heart = heart;
    }

    @Scheduled(fixedDelayString = "${whatnow.sweep.every:PT5S}", initialDelayString = "${whatnow.sweep.every:PT5S}")
    void tick() {
        Pool.WORK.run(heart::listen);
    }
}
