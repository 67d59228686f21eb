package whatnow.probe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import whatnow.database.pool.Pool;

/** Ticks every second. While the database is away nothing is looked at: nobody would be told. */
class ProbeTimer {

    private static final Logger LOG = LoggerFactory.getLogger(ProbeTimer.class);

    private final Prober prober;
    private boolean isInTrouble;

    ProbeTimer(Prober prober) {
        this.prober = prober;
    }

    @Scheduled(fixedDelayString = "${whatnow.probe.every:PT1S}", initialDelayString = "${whatnow.probe.every:PT1S}")
    void tick() {
        try {
            Pool.WORK.run(prober::tick);
            if (isInTrouble) {
                LOG.info("Endpoints are probed again.");
                isInTrouble = false;
            }
        } catch (RuntimeException failed) {
            if (!isInTrouble) {
                LOG.warn("Endpoints are not probed for now; it is tried again every second.", failed);
                isInTrouble = true;
            }
        }
    }
}
