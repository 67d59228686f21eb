package whatnow.message;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import whatnow.database.pool.Pool;

/**
 * Keeps sending. An event only wakes it. Channels are served beside each other, so that one which does not answer holds up
 * no other.
 */
@Component
@ConditionalOnProperty(name = "whatnow.messages.worker", matchIfMissing = true)
class MessageWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;

    private final Sender sender;
    private final KnownUndelivered undelivered;
    private final Counts counts;
    private final Semaphore awake = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile Thread thread = new Thread();
    private volatile boolean running;
    private boolean wasInTrouble;

    MessageWorker(Sender sender, KnownUndelivered undelivered, Counts counts) {
        this.sender = sender;
        this.undelivered = undelivered;
        this.counts = counts;
    }

    @EventListener
    void on(MessagesWait woken) {
        awake.release();
    }

    /** Where no channel is set up there is nothing to do, ever. */
    @Override
    public void start() {
        running = true;
        if (sender.hasSomewhereToSend()) {
            thread = Thread.ofPlatform().name("messages").start(() -> Pool.WORK.run(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        awake.release();
        try {
            if (thread.isAlive()) {
                thread.join(TO_END);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** At the end it waits for what is under way: what is cut off would have to be looked for later. */
    private void work() {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (running) {
                turn(senders);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(ExecutorService senders) throws InterruptedException {
        try {
            waitForWork();
            sendWhatIsDue(senders);
            look();
            wasInTrouble = false;
        } catch (RuntimeException failure) {
            if (!wasInTrouble) {
                LOG.error("Messages cannot be sent; they stay in the outbox and are tried every second.", failure);
            }
            wasInTrouble = true;
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void waitForWork() throws InterruptedException {
        if (awake.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            awake.drainPermits();
        }
    }

    private void sendWhatIsDue(ExecutorService senders) throws InterruptedException {
        while (running && free.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            var claimed = claim();
            if (claimed.isEmpty()) {
                return;
            }
            senders.execute(() -> Pool.WORK.run(() -> send(claimed.get())));
        }
    }

    /** A place is kept only for what was claimed. */
    private Optional<Claim> claim() {
        Optional<Claim> claimed = Optional.empty();
        try {
            claimed = sender.claim();
            return claimed;
        } finally {
            if (claimed.isEmpty()) {
                free.release();
            }
        }
    }

    private void send(Claim claim) {
        try {
            sender.send(claim);
        } catch (RuntimeException failure) {
            LOG.error("What came of a message could not be written down; it is looked for in a minute.", failure);
        } finally {
            free.release();
        }
    }

    private void look() {
        var waiting = sender.waiting();
        undelivered.know(waiting);
        counts.wait(waiting);
    }
}
