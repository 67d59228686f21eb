package whatnow.chat.slack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One socket to Slack. It is dead when nothing comes for a minute, and pings before that. */
final class SlackSocket implements WebSocket.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PING = Duration.ofSeconds(20);
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final int MOST = 1024 * 1024;

    /** How a socket ends. */
    enum End {
        /** Slack wants another to be opened; this one goes on for some seconds. */
        ANNOUNCED,
        /** Socket Mode was switched off in the app. */
        SWITCHED_OFF,
        CLOSED,
        SILENT
    }

    private final SocketEnvelopes envelopes;
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Boolean> hello = new CompletableFuture<>();
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private volatile long lastHeard = System.nanoTime();
    private volatile @Nullable WebSocket socket;

    private SlackSocket(SocketEnvelopes envelopes) {
        this.envelopes = envelopes;
    }

    /** Empty if Slack did not say hello. */
    static Optional<SlackSocket> open(HttpClient http, URI place, SocketEnvelopes envelopes)
            throws InterruptedException {
        var listener = new SlackSocket(envelopes);
        try {
            listener.socket = http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(place, listener)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            listener.hello.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(listener);
        } catch (ExecutionException | TimeoutException unanswered) {
            LOG.warn("Slack's socket does not open: {}", unanswered.toString());
            listener.close();
            return Optional.empty();
        }
    }

    End untilItEnds() throws InterruptedException {
        while (true) {
            try {
                return end.get(PING.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillOpen) {
                if (System.nanoTime() - lastHeard > SILENT.toNanos()) {
                    return End.SILENT;
                }
                ping();
            } catch (ExecutionException impossible) {
                return End.CLOSED;
            }
        }
    }

    private void ping() {
        var there = socket;
        if (there != null) {
            there.sendPing(ByteBuffer.wrap(new byte[] {1}));
        }
    }

    /** One message after the other, as the socket wants it. */
    synchronized void send(String message) {
        var there = socket;
        if (there == null) {
            return;
        }
        try {
            there.sendText(message, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException broken) {
            LOG.warn("An answer did not get through Slack's socket: {}", broken.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says goodbye if anybody listens, and hangs up. */
    void close() {
        var there = socket;
        if (there != null) {
            there.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((_, _) -> there.abort());
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        lastHeard = System.nanoTime();
        if (text.length() + part.length() > MOST) {
            end.complete(End.CLOSED);
            from.abort();
            return null;
        }
        text.append(part);
        if (isLast) {
            var whole = text.toString();
            text.setLength(0);
            hear(from, whole);
        }
        from.request(1);
        return null;
    }

    private void hear(WebSocket from, String whole) {
        // The listener may hear before whoever opens it gets it back.
        socket = from;
        switch (envelopes.kind(whole)) {
            case HELLO -> hello.complete(true);
            case GOODBYE -> end.complete(End.ANNOUNCED);
            case SWITCHED_OFF -> end.complete(End.SWITCHED_OFF);
            case ENVELOPE -> envelopes.take(whole, this::send);
            case OTHER -> {}
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer said) {
        lastHeard = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer said) {
        lastHeard = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        end.complete(End.CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
        LOG.info("Slack's socket broke: {}", broken.toString());
        end.complete(End.CLOSED);
        hello.completeExceptionally(broken);
    }
}
