package whatnow.testkit.slack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One WebSocket, spoken by hand (RFC 6455): handshake, masked frames in, plain frames out. */
final class SocketConnection {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern KEY = Pattern.compile("(?im)^sec-websocket-key:\\s*(\\S+)\\s*$");
    private static final Pattern TICKET = Pattern.compile("ticket=([^& ]+)");

    private static final int CONTINUED = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final SocketServer server;
    private final Semaphore pongs = new Semaphore(0);

    SocketConnection(Socket socket, SocketServer server) {
        this.socket = socket;
        this.server = server;
    }

    void run() {
        try (socket) {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            if (!shakesHands(in)) {
                return;
            }
            server.joins(this);
            listen(in);
        } catch (IOException gone) {
            // The other end left, or we cut the line.
        } finally {
            server.leaves(this);
        }
    }

    private boolean shakesHands(DataInputStream in) throws IOException {
        var head = head(in);
        var ticket = TICKET.matcher(head);
        var key = KEY.matcher(head);
        if (!ticket.find() || !key.find() || !server.take(ticket.group(1))) {
            write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return false;
        }
        write("""
                HTTP/1.1 101 Switching Protocols\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Accept: %s\r
                \r
                """.formatted(accept(key.group(1))).getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private static String head(DataInputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void listen(DataInputStream in) throws IOException {
        var text = new ByteArrayOutputStream();
        while (true) {
            var first = in.readUnsignedByte();
            var payload = payload(in);
            switch (first & 0x0F) {
                case TEXT, CONTINUED -> {
                    text.write(payload);
                    if ((first & 0x80) != 0) {
                        server.hears(text.toString(StandardCharsets.UTF_8));
                        text.reset();
                    }
                }
                case PING -> frame(PONG, payload);
                case PONG -> pongs.release();
                case CLOSE -> {
                    frame(CLOSE, payload);
                    return;
                }
                default -> throw new IOException("A frame that no client of ours sends.");
            }
        }
    }

    private static byte[] payload(DataInputStream in) throws IOException {
        var second = in.readUnsignedByte();
        var length = (long) (second & 0x7F);
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        var mask = new byte[4];
        in.readFully(mask);
        var payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        for (var i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    void send(String text) {
        try {
            frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            drop();
        }
    }

    boolean answersPing(Duration patience) {
        try {
            frame(PING, new byte[] {1});
            return pongs.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void drop() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is gone already, which is what was wanted.
        }
    }

    private void frame(int kind, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(payload.length + 10);
        frame.put((byte) (0x80 | kind));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        write(java.util.Arrays.copyOf(frame.array(), frame.position()));
    }

    private synchronized void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }
}
