package whatnow.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whatnow.message.Peer.Said;

class PeerTest {

    HttpServer http;
    Peer peer;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        peer = new Peer("http://127.0.0.1:" + http.getAddress().getPort(), "secret", Duration.ofMillis(300));
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    /** The time limit of a request in the JDK ends with the headers. */
    @Test
    void aPeerThatNeverEndsItsAnswerIsNotWaitedFor() {
        var over = new CountDownLatch(1);
        http.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaits(over);
        });

        var said = peer.get("/");

        over.countDown();
        assertThat(said)
                .isInstanceOfSatisfying(
                        Said.Nothing.class, it -> assertThat(it.perhaps()).isTrue());
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        http.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var chunk = new byte[64 * 1024];
            for (var count = 0; count < 100; count++) {
                exchange.getResponseBody().write(chunk);
            }
            exchange.close();
        });

        assertThat(new Peer("http://127.0.0.1:" + http.getAddress().getPort(), "secret").get("/"))
                .isInstanceOf(Said.Nothing.class);
    }

    @Test
    void whereASettingLeadsElsewhereNobodyFollowsWithTheToken() {
        http.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(peer.get("/"))
                .isInstanceOfSatisfying(
                        Said.Something.class, it -> assertThat(it.status()).isEqualTo(302));
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
