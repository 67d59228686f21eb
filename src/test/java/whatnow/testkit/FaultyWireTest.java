package whatnow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultyWireTest {

    private static final int SOON = 200;
    private static final int PATIENT = 10_000;

    private final ServerSocket echo = echo();
    private final FaultyWire wire = FaultyWire.to(echo.getLocalPort());

    @AfterEach
    void close() throws IOException {
        wire.close();
        echo.close();
    }

    @Test
    void whatIsSaidPassesBothWays() throws IOException {
        try (var caller = call()) {
            assertThat(answer(caller, "hello")).isEqualTo("hello");
            assertThat(wire.connections()).isOne();
        }
    }

    @Test
    void theEndOfOneSideArrivesAtTheOther() throws IOException {
        try (var caller = call()) {
            answer(caller, "hello");

            caller.shutdownOutput();

            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whatIsDelayedComesLaterAndComes() throws IOException {
        try (var caller = call()) {
            wire.delays(Duration.ofMillis(300));
            var sent = System.nanoTime();

            assertThat(answer(caller, "hello")).isEqualTo("hello");

            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
        }
    }

    @Test
    void whatIsSwallowedIsAnsweredByNobody() throws IOException {
        try (var before = call()) {
            answer(before, "hello");
            wire.swallows();

            try (var after = call()) {
                for (var caller : new Socket[] {before, after}) {
                    caller.setSoTimeout(SOON);
                    assertThatThrownBy(() -> answer(caller, "hello")).isInstanceOf(SocketTimeoutException.class);
                }
            }
        }
    }

    @Test
    void aConnectionThatLostBytesIsCutOnceTheWirePasses() throws IOException {
        try (var caller = call()) {
            answer(caller, "hello");
            wire.swallows();
            caller.setSoTimeout(SOON);
            assertThatThrownBy(() -> answer(caller, "lost")).isInstanceOf(SocketTimeoutException.class);

            wire.passes();

            caller.setSoTimeout(PATIENT);
            assertThatThrownBy(() -> answer(caller, "hello")).isExactlyInstanceOf(SocketException.class);
            try (var next = call()) {
                assertThat(answer(next, "hello")).isEqualTo("hello");
            }
        }
    }

    @Test
    void aConnectionThatSaidNothingMeanwhileGoesOn() throws IOException {
        try (var caller = call()) {
            answer(caller, "hello");
            wire.swallows();
            wire.passes();

            assertThat(answer(caller, "again")).isEqualTo("again");
        }
    }

    @Test
    void whoIsHungUpOnReadsTheEnd() throws IOException {
        try (var before = call()) {
            answer(before, "hello");
            wire.hangsUp();

            assertThat(before.getInputStream().read()).isEqualTo(-1);
            try (var after = call()) {
                assertThat(after.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void whoIsCutOffIsToldSo() throws IOException {
        try (var caller = call()) {
            answer(caller, "hello");

            wire.resets();

            assertThatThrownBy(() -> caller.getInputStream().read())
                    .isExactlyInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(wire.connections()).isZero();
        }
    }

    @Test
    void whereNobodyListensNobodyIsHeardUntilItPassesAgain() throws IOException {
        wire.refuses();
        assertThatThrownBy(this::call).isInstanceOf(ConnectException.class);

        wire.passes();

        try (var caller = call()) {
            assertThat(answer(caller, "hello")).isEqualTo("hello");
        }
    }

    private Socket call() throws IOException {
        var caller = new Socket(InetAddress.ofLiteral("127.0.0.1"), wire.port());
        caller.setSoTimeout(PATIENT);
        return caller;
    }

    private static String answer(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        return new String(caller.getInputStream().readNBytes(words.length()), StandardCharsets.UTF_8);
    }

    private static ServerSocket echo() {
        try {
            var server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            Thread.ofVirtual().start(() -> answerAll(server));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answerAll(ServerSocket server) {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException cut) {
                        // the test went on
                    }
                });
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
