package whatnow.chat.slack;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps a socket to Slack open, for places that Slack cannot reach. When one ends another is opened: at once if Slack
 * announced it, else after a pause that grows and differs from node to node.
 */
@Component
class SocketMode implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final SlackSettings settings;
    private final SlackApi api;
    private final Wire wire;
    private final SocketEnvelopes envelopes;
    private volatile boolean isRunning;
    private volatile @Nullable Thread keeper;
    private volatile @Nullable SlackSocket open;

    SocketMode(SlackSettings settings, SlackApi api, Wire wire, SocketEnvelopes envelopes) {
        this.settings = settings;
        this.api = api;
        this.wire = wire;
        this.envelopes = envelopes;
    }

    @Override
    public void start() {
        if (settings.hasSocket()) {
            isRunning = true;
            keeper = Thread.ofVirtual().name("slack-socket").start(this::keepOpen);
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        var thread = keeper;
        if (thread != null) {
            thread.interrupt();
        }
        close(open);
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private void keepOpen() {
        var failures = 0;
        while (isRunning) {
            try {
                failures = serve() ? 0 : failures + 1;
                if (failures > 0) {
                    Thread.sleep(pause(
                            FIRST_PAUSE, failures, ThreadLocalRandom.current().nextDouble()));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                failures++;
                LOG.error("Slack's socket failed", failure);
            }
        }
    }

    /** Until the socket ends. True if Slack announced the end, so that another can be opened at once. */
    private boolean serve() throws InterruptedException {
        var place = api.socket();
        if (place.isEmpty()) {
            return false;
        }
        var before = open;
        var socket = SlackSocket.open(wire.http(), place.get(), envelopes);
        if (socket.isEmpty()) {
            return false;
        }
        open = socket.get();
        LOG.info("A socket to Slack is open.");
        close(before);
        var end = socket.get().untilItEnds();
        LOG.info("The socket to Slack ends: {}", end.name().toLowerCase(java.util.Locale.ROOT));
        if (end != SlackSocket.End.ANNOUNCED) {
            close(socket.get());
        }
        return end == SlackSocket.End.ANNOUNCED;
    }

    private static void close(@Nullable SlackSocket socket) {
        if (socket != null) {
            socket.close();
        }
    }

    /** @param chance from 0 to 1, so that nodes do not come back all at once */
    static Duration pause(Duration first, int failures, double chance) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, 16));
        var longest = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return Duration.ofMillis((long) (longest.toMillis() * (0.5 + chance / 2)));
    }
}
