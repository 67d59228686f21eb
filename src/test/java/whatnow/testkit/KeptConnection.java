package whatnow.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One connection that posts body after body and reads the answers: as much HTTP/1.1 as that takes, so that a load generator
 * leaves the processor to whom it measures.
 */
public final class KeptConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final String head;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    /** @param headers without Content-Length, lines without their ends */
    public KeptConnection(URI address, String path, String... headers) throws IOException {
        this.address = address;
        this.head = "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\n%s"
                .formatted(path, address.getHost(), address.getPort(), lines(headers));
        connect();
    }

    private void connect() throws IOException {
        socket.close();
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), (int) PATIENCE.toMillis());
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
    }

    /** @param headers with names in lower case */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** @throws IOException if the connection broke: whether it was taken is not known */
    public Answer post(byte[] body) throws IOException {
        out.write((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        var answer = answer();
        if (answer.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
            connect();
        }
        return answer;
    }

    private Answer answer() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(status, headers, new String(body(headers), StandardCharsets.UTF_8));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return chunks();
        }
        return bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            var length = Integer.parseInt(line(), 16);
            all.write(bytes(length));
            line();
            if (length == 0) {
                return all.toByteArray();
            }
        }
    }

    private byte[] bytes(int length) throws IOException {
        var read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("The answer ended early.");
        }
        return read;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("The connection was closed.");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    private static String lines(String... headers) {
        var lines = new StringBuilder();
        for (var header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
