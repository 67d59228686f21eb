package whatnow.plan;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the plans' files once a second. It polls, because folders on network drives and in
 * containers do not report changes.
 */
final class PlanWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWatch.class);
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final PlanShelf plans;
    private @Nullable ScheduledExecutorService executor;

    PlanWatch(PlanShelf plans) {
        this.plans = plans;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            executor = Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("plan-watch-", 0).factory());
            every(executor, plans::refreshTexts);
            every(executor, plans::refreshActivations);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private static void every(ScheduledExecutorService executor, Runnable look) {
        var _ = executor.scheduleWithFixedDelay(
                () -> carefully(look), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An error that escaped would end the watch without a word. */
    private static void carefully(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("Looking for changed plans failed; the next look is in a second.", e);
        }
    }
}
