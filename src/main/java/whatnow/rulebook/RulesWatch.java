package whatnow.rulebook;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the shelf look at its folder once a second until closed. Nothing that goes wrong there ends it. */
final class RulesWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RulesWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RuleShelf shelf;
    private volatile boolean isOpen = true;

    private RulesWatch(RuleShelf shelf) {
        this.shelf = shelf;
    }

    static RulesWatch start(RuleShelf shelf) {
        var watch = new RulesWatch(shelf);
        threads("rules-watch").newThread(watch::run).start();
        return watch;
    }

    @Override
    public void close() {
        isOpen = false;
    }

    private void run() {
        while (isOpen) {
            try {
                shelf.reload();
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | StackOverflowError broken) {
                LOG.warn("Looking at the rules failed; those in force stay.", broken);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Inside the fat jar the engine finds itself only through the application's loader. */
    static ThreadFactory threads(String name) {
        var factory = Thread.ofPlatform().daemon().name(name + "-", 0).factory();
        return task -> {
            var thread = factory.newThread(task);
            thread.setContextClassLoader(RuleShelf.class.getClassLoader());
            return thread;
        };
    }
}
