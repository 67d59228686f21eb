package whatnow.probe;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes a socket when its time is up. A time limit of each read alone is none against who sends a byte a second. */
final class Alarm implements AutoCloseable {

    private final Thread thread;

    private Alarm(Thread thread) {
        this.thread = thread;
    }

    /** @param rang set before the socket is closed */
    static Alarm closing(Socket socket, Duration after, AtomicBoolean rang) {
        return new Alarm(Thread.ofVirtual().name("probe-alarm").start(() -> {
            try {
                Thread.sleep(after);
                rang.set(true);
                socket.close();
            } catch (InterruptedException | IOException _) {
                // It ended in time, or is closed already.
            }
        }));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
