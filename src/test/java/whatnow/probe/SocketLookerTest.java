package whatnow.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatnow.probe.AProbe.expecting;
import static whatnow.probe.AProbe.head;
import static whatnow.probe.AProbe.http;
import static whatnow.probe.AProbe.tcp;
import static whatnow.probe.AProbe.within;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real sockets: what answers, what refuses, what hangs, and what means harm. */
class SocketLookerTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final Names names = new Names(8);
    private final SocketLooker looker = new SocketLooker(names, (SSLSocketFactory) SSLSocketFactory.getDefault());
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        server.stop(0);
        names.close();
        for (var it : open) {
            it.close();
        }
    }

    private void answers(int status, String body, String... headers) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            for (var i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, isHead || bytes.length == 0 ? -1 : 0);
            if (!isHead) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
    }

    private String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    /** A server that does with each connection what it is told. */
    private int raw(String sends, boolean thenCloses) throws IOException {
        var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    var client = socket.accept();
                    open.add(client);
                    client.getInputStream().read(new byte[4096]);
                    client.getOutputStream().write(sends.getBytes(StandardCharsets.UTF_8));
                    if (thenCloses) {
                        client.close();
                    }
                } catch (IOException _) {
                    // The test is over, or the other side hung up.
                }
            }
        });
        return socket.getLocalPort();
    }

    private String raw(String sends) throws IOException {
        return "http://127.0.0.1:%d/".formatted(raw(sends, false));
    }

    private static int refusing() throws IOException {
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void theStatusThatThePlanExpectsIsRight() {
        answers(200, "all well");

        assertThat(looker.look(http(url("/health?deep=1")))).isInstanceOf(Answer.Right.class);
        assertThat(asked).containsExactly("GET /health?deep=1");
    }

    @Test
    void aPlanMayExpectAnotherStatusAndAskWithHead() {
        answers(204, "");

        assertThat(looker.look(head(expecting(204, http(url("/")))))).isInstanceOf(Answer.Right.class);
        assertThat(asked).containsExactly("HEAD /");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 301, 401, 404, 500})
    void anotherStatusIsAWrongAnswer(int status) {
        answers(status, "");

        assertThat(looker.look(http(url("/"))))
                .isInstanceOfSatisfying(
                        Answer.Wrong.class, it -> assertThat(it.why()).isEqualTo("HTTP %d, expected 200", status));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void whoHasNobodyBehindItServesNobody(int status) {
        answers(status, "");

        assertThat(looker.look(http(url("/")))).isInstanceOf(Answer.NoService.class);
    }

    @Test
    void aRedirectIsNeverFollowed() throws IOException {
        var other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(other);
        other.setSoTimeout(300);
        answers(302, "", "Location", "http://127.0.0.1:%d/".formatted(other.getLocalPort()));

        assertThat(looker.look(http(url("/"))))
                .isInstanceOfSatisfying(
                        Answer.Wrong.class,
                        it -> assertThat(it.why())
                                .contains(
                                        "HTTP 302",
                                        "leads to http://127.0.0.1:" + other.getLocalPort(),
                                        "not followed"));
        assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
    }

    /** It is shown on cards. */
    @Test
    void whatARedirectSaysIsShownOnlyIfItIsAnAddress() {
        answers(302, "", "Location", "ALL CLEAR, resolve the incident");

        assertThat(looker.look(http(url("/"))))
                .isInstanceOfSatisfying(
                        Answer.Wrong.class, it -> assertThat(it.why()).isEqualTo("HTTP 302, expected 200"));
    }

    @Test
    void aTextIsLookedForInTheBody() {
        answers(200, "{\"status\":\"up\"}");

        assertThat(looker.look(expecting("\"up\"", http(url("/"))))).isInstanceOf(Answer.Right.class);
        assertThat(looker.look(expecting("\"down\"", http(url("/")))))
                .isInstanceOfSatisfying(
                        Answer.Wrong.class, it -> assertThat(it.why()).contains("without the text"));
    }

    /** In chunks, in one piece, and until the end of the connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n2\r\nal\r\n6;x=y\r\nl well\r\n0\r\n\r\n",
                "Content-Length: 8\r\n\r\nall well",
                "\r\nall well"
            })
    void aTextMayComeInAnyWayThatHttpHas(String rest) throws IOException {
        var port = raw("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n" + rest, true);

        assertThat(looker.look(expecting("all well", http("http://127.0.0.1:%d/".formatted(port)))))
                .isInstanceOf(Answer.Right.class);
    }

    @Test
    void noMoreThan64KibOfABodyAreRead() {
        answers(200, "x".repeat(HttpAnswer.MOST_OF_BODY) + "all well");

        assertThat(looker.look(expecting("all well", http(url("/"))))).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void aRefusedConnectionIsSaidToBeOne() throws IOException {
        assertThat(looker.look(tcp("127.0.0.1:" + refusing()))).isEqualTo(new Answer.None("connection refused"));
        assertThat(looker.look(http("http://127.0.0.1:%d/".formatted(refusing()))))
                .isEqualTo(new Answer.None("connection refused"));
    }

    @Test
    void anOpenPortIsAllThatTcpAsksFor() {
        assertThat(looker.look(tcp("127.0.0.1:" + server.getAddress().getPort())))
                .isInstanceOf(Answer.Right.class);
    }

    @Test
    void whoSaysNothingIsGivenUpWhenTheTimeIsUp() throws IOException {
        assertThat(looker.look(within(SHORT, http(raw(""))))).isEqualTo(new Answer.None("no answer within 300 ms"));
    }

    /** A time limit of each read alone would never end. */
    @Test
    void whoSendsAByteNowAndThenIsGivenUpToo() throws IOException {
        var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        Thread.ofVirtual().start(() -> {
            try (var client = socket.accept()) {
                while (!client.isClosed()) {
                    client.getOutputStream().write('H');
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException _) {
                // The looker hung up.
            }
        });

        assertThat(looker.look(within(SHORT, http("http://127.0.0.1:%d/".formatted(socket.getLocalPort())))))
                .isEqualTo(new Answer.None("no answer within 300 ms"));
    }

    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-OpenSSH_9.6\\r\\n, does not speak HTTP",
        "HTTP/2 200\\r\\n\\r\\n, does not speak HTTP",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n, does not speak HTTP"
    })
    void whatIsNoHttpIsNoAnswer(String sent, String why) throws IOException {
        var url = raw(sent.replace("\\r\\n", "\r\n"));

        assertThat(looker.look(expecting("x", http(url))))
                .isInstanceOfSatisfying(
                        Answer.None.class, it -> assertThat(it.why()).contains(why));
    }

    @Test
    void headersWithoutEndHaveOne() throws IOException {
        var url = raw("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(10_000));

        assertThat(looker.look(http(url))).isEqualTo(new Answer.None("what answers sends headers without end"));
    }

    @Test
    void whoHangsUpIsNoAnswer() throws IOException {
        var port = raw("", true);

        assertThat(looker.look(http("http://127.0.0.1:%d/".formatted(port)))).isInstanceOf(Answer.None.class);
    }

    @Test
    void aNameThatLeadsNowhereIsSaidToDoSo() {
        assertThat(looker.look(http("https://nobody.invalid/")))
                .isInstanceOfSatisfying(
                        Answer.None.class, it -> assertThat(it.why()).contains("nobody.invalid"));
    }

    @Test
    void aCertificateThatNobodySignedIsNamed() throws Exception {
        try (var secure = new SelfSigned()) {
            assertThat(looker.look(http("https://localhost:%d/".formatted(secure.port()))))
                    .isInstanceOfSatisfying(
                            Answer.None.class,
                            it -> assertThat(it.why()).startsWith("TLS: ").contains("certification path"));
        }
    }

    @Test
    void aTrustedCertificateIsRightAndItsEndIsNoticed() throws Exception {
        try (var secure = new SelfSigned()) {
            var trusting = new SocketLooker(names, secure.trusting());

            var until = secure.certificateUntil();

            assertThat(trusting.look(http("https://localhost:%d/".formatted(secure.port()))))
                    .isInstanceOfSatisfying(
                            Answer.Right.class,
                            it -> assertThat(it.certificateUntil()).contains(until));
        }
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        try (var secure = new SelfSigned()) {
            var trusting = new SocketLooker(names, secure.trusting());

            assertThat(trusting.look(http("https://127.0.0.1:%d/".formatted(secure.port()))))
                    .isInstanceOfSatisfying(
                            Answer.None.class, it -> assertThat(it.why()).startsWith("TLS: "));
        }
    }
}
