package whatnow.testkit.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** The other end of Socket Mode. A ticket of {@code apps.connections.open} opens one connection. */
public final class SocketServer implements AutoCloseable {

    private final ServerSocket server;
    private final Set<String> tickets = new HashSet<>();
    private final List<SocketConnection> open = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<JsonNode>> unacknowledged = new ConcurrentHashMap<>();
    private int opened;

    SocketServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fake-slack-sockets").start(this::accept);
    }

    public boolean isOpen() {
        return !open.isEmpty();
    }

    /** How many connections there are now. */
    public int count() {
        return open.size();
    }

    /** How many there were since the beginning. */
    public synchronized int opened() {
        return opened;
    }

    /** Says that the connection will end, as Slack does every few hours, and ends it a little later. */
    public void disconnect(String reason) {
        var old = List.copyOf(open);
        open.removeAll(old);
        old.forEach(it -> it.send("{\"type\":\"disconnect\",\"reason\":\"%s\",\"debug_info\":{}}".formatted(reason)));
        Thread.ofVirtual().start(() -> {
            pause(Duration.ofMillis(200));
            old.forEach(SocketConnection::drop);
        });
    }

    /** The lines are cut without a word. */
    public void cut() {
        var old = List.copyOf(open);
        open.removeAll(old);
        old.forEach(SocketConnection::drop);
    }

    /** Whether everybody who is connected answers a ping. */
    public boolean ping() {
        return open.stream().allMatch(it -> it.answersPing(Duration.ofSeconds(3)));
    }

    /** Something that is no envelope. */
    public void says(String text) {
        open.forEach(it -> it.send(text));
    }

    synchronized String ticket() {
        var ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return "ws://127.0.0.1:%d/link/?ticket=%s&app_id=A1".formatted(server.getLocalPort(), ticket);
    }

    synchronized boolean take(String ticket) {
        opened++;
        return tickets.remove(ticket);
    }

    /** Sends an envelope and waits for whoever acknowledges it. */
    Optional<JsonNode> bring(String type, JsonNode payload, Duration patience) {
        var id = UUID.randomUUID().toString();
        var envelope = Wire.object().put("envelope_id", id).put("type", type);
        envelope.put("accepts_response_payload", type.equals("slash_commands"));
        envelope.set("payload", payload);
        var answer = new CompletableFuture<JsonNode>();
        unacknowledged.put(id, answer);
        try {
            open.getLast().send(envelope.toString());
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        } finally {
            unacknowledged.remove(id);
        }
    }

    void hears(String text) {
        var said = Wire.json(text);
        Optional.ofNullable(unacknowledged.get(said.path("envelope_id").asString("")))
                .ifPresent(it -> it.complete(said));
    }

    void joins(SocketConnection connection) {
        open.add(connection);
        connection.send("""
                {"type":"hello","num_connections":%d,"connection_info":{"app_id":"A1"},
                 "debug_info":{"host":"applink-1","approximate_connection_time":18060}}""".formatted(open.size()));
    }

    void leaves(SocketConnection connection) {
        open.remove(connection);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().name("fake-slack-socket").start(() -> new SocketConnection(socket, this).run());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pause(Duration span) {
        try {
            Thread.sleep(span);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
        cut();
    }
}
