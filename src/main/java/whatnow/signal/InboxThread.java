package whatnow.signal;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Runs the folding of the inbox on a thread of the operating system, because a virtual one would starve in a storm. */
final class InboxThread implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InboxWorker worker;
    private volatile Thread thread = new Thread();
    private volatile boolean running;

    InboxThread(InboxWorker worker) {
        this.worker = worker;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("inbox").start(() -> worker.work(() -> running));
    }

    @Override
    public void stop() {
        running = false;
        worker.wake();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
