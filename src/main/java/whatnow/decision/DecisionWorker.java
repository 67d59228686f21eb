package whatnow.decision;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import whatnow.database.pool.Pool;
import whatnow.incident.FactsLearnt;

/**
 * Keeps deciding. An event only wakes it: work is a row in the database, so a lost event costs a
 * second and nothing else.
 */
@Component
@ConditionalOnProperty(name = "whatnow.decisions.worker", matchIfMissing = true)
class DecisionWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final DecisionDesk desk;
    private final Semaphore awake = new Semaphore(0);
    private volatile Thread thread = new Thread();
    private volatile boolean running;

    DecisionWorker(DecisionDesk desk) {
        this.desk = desk;
    }

    @EventListener
    void on(FactsLearnt learnt) {
        awake.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("decisions").start(() -> Pool.WORK.run(this::work));
    }

    @Override
    public void stop() {
        running = false;
        awake.release();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                waitForWork();
                desk.workOff(() -> running);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                LOG.error("A decision could not be made; it stays due and is tried again in a second.", failure);
                pause();
            }
        }
    }

    private void waitForWork() throws InterruptedException {
        if (awake.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            awake.drainPermits();
        }
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
