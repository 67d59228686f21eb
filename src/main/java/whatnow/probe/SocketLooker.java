package whatnow.probe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Looks through plain sockets, not through an HTTP client: a name is looked up once and what was found is what is connected
 * to, no redirect is followed, no proxy of the environment stands between, and the whole try ends when its time is up.
 */
final class SocketLooker implements Looker {

    private static final int LONGEST_WORDS = 300;

    /** What the other side says is shown to people, so it has to look like what it should be. */
    private static final Pattern ADDRESS = Pattern.compile("(https?://|/)[A-Za-z0-9._~:/?=&%-]{0,150}");

    private final Names names;
    private final SSLSocketFactory tls;

    SocketLooker(Names names, SSLSocketFactory tls) {
        this.names = names;
        this.tls = tls;
    }

    /** What is known while a try goes on. */
    private record Try(Probe probe, long began) {

        Duration left() {
            var left = probe.timeout().minusNanos(System.nanoTime() - began);
            return left.isPositive() ? left : Duration.ofMillis(1);
        }

        long millis() {
            return Duration.ofNanos(System.nanoTime() - began).toMillis();
        }
    }

    @Override
    public Answer look(Probe probe) {
        var one = new Try(probe, System.nanoTime());
        var late = new AtomicBoolean();
        try (var socket = connected(names.of(probe.host(), probe.timeout()), one);
                var _ = Alarm.closing(socket, one.left(), late)) {
            return probe.at().http() ? http(socket, one) : new Answer.Right(one.millis(), Optional.empty());
        } catch (IOException failed) {
            return new Answer.None(
                    late.get() || one.millis() >= probe.timeout().toMillis()
                            ? "no answer within %s".formatted(words(probe.timeout()))
                            : words(failed));
        }
    }

    /** To the first address that takes it; each gets its share of the time that is left. */
    private static Socket connected(List<InetAddress> addresses, Try one) throws IOException {
        IOException last = new ConnectException("no address");
        for (var i = 0; i < addresses.size(); i++) {
            var socket = new Socket();
            try {
                var share = one.left().dividedBy(addresses.size() - i).toMillis();
                socket.connect(target(addresses.get(i), one), (int) Math.max(1, share));
                return socket;
            } catch (IOException failed) {
                socket.close();
                last = failed;
            }
        }
        throw last;
    }

    private static InetSocketAddress target(InetAddress address, Try one) {
        return new InetSocketAddress(address, one.probe().at().port());
    }

    private Answer http(Socket plain, Try one) throws IOException {
        if (!one.probe().at().secure()) {
            return ask(plain, one, Optional.empty());
        }
        try (var secure = (SSLSocket)
                tls.createSocket(plain, one.probe().host(), one.probe().at().port(), true)) {
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return ask(secure, one, certificateUntil(secure));
        }
    }

    private static Optional<Instant> certificateUntil(SSLSocket socket) throws SSLException {
        return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate it
                ? Optional.of(it.getNotAfter().toInstant())
                : Optional.empty();
    }

    private static Answer ask(Socket socket, Try one, Optional<Instant> certificateUntil) throws IOException {
        var probe = one.probe();
        socket.getOutputStream().write(request(probe).getBytes(StandardCharsets.US_ASCII));
        var in = new BufferedInputStream(socket.getInputStream());
        var answer = HttpAnswer.read(in, probe.text().isPresent());
        var millis = one.millis();
        if (answer.status() != probe.status()) {
            var why = shortened(wrongStatus(answer, probe));
            return servesNobody(answer.status()) ? new Answer.NoService(millis, why) : new Answer.Wrong(millis, why);
        }
        return probe.text().filter(it -> !answer.text().contains(it)).isPresent()
                ? new Answer.Wrong(millis, "HTTP %d without the text that is expected".formatted(answer.status()))
                : new Answer.Right(millis, certificateUntil);
    }

    private static boolean servesNobody(int status) {
        return status == 502 || status == 503 || status == 504;
    }

    private static String wrongStatus(HttpAnswer answer, Probe probe) {
        return "HTTP %d, expected %d%s"
                .formatted(
                        answer.status(),
                        probe.status(),
                        answer.location()
                                .filter(it -> ADDRESS.matcher(it).matches())
                                .map("; it leads to %s, and redirects are not followed"::formatted)
                                .orElse(""));
    }

    private static String request(Probe probe) {
        var at = probe.at();
        var host = at.host().contains(":") ? "[%s]".formatted(at.host()) : at.host();
        var usual = at.secure() ? 443 : 80;
        return """
                %s %s HTTP/1.1\r
                Host: %s%s\r
                User-Agent: whatnow-probe\r
                Accept: */*\r
                Connection: close\r
                \r
                """.formatted(probe.method(), at.path(), host, at.port() == usual ? "" : ":" + at.port());
    }

    private static String words(IOException failed) {
        return shortened(
                switch (failed) {
                    case SSLException it -> "TLS: " + deepest(it);
                    case ConnectException it ->
                        String.valueOf(it.getMessage()).contains("refused") ? "connection refused" : deepest(it);
                    case NoRouteToHostException _ -> "no route to the host";
                    case SocketException it -> "the connection broke: " + deepest(it);
                    default -> deepest(failed);
                });
    }

    /** The certificate's fault stands at the bottom of what the JDK says. */
    private static String deepest(Throwable failed) {
        var it = failed;
        while (it.getCause() != null && it.getCause().getMessage() != null && failed instanceof SSLException) {
            it = it.getCause();
        }
        return String.valueOf(it.getMessage());
    }

    /** The other side has a part in it, so it is short and of one line. */
    private static String shortened(String words) {
        var plain = words.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
        return plain.substring(0, Math.min(LONGEST_WORDS, plain.length()));
    }

    private static String words(Duration timeout) {
        return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }
}
