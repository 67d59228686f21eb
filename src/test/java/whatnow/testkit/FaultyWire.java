package whatnow.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A wire between somebody and a server on this machine, which a test can spoil and mend while it is in use.
 *
 * <p>What a network without a way does for minutes, {@link #swallows}, cannot be mended for a connection that lost bytes: once
 * the wire passes again such a connection is reset, as a firewall does that forgot it.
 */
public final class FaultyWire implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final int PIECE = 16 * 1024;
    private static final int BACKLOG = 200;

    /** What becomes of whoever speaks or comes. */
    private enum Fault {
        NONE,
        SWALLOWS,
        HANGS_UP,
        RESETS,
        REFUSES
    }

    private final int target;
    private final int port;
    private final Set<Link> links = new HashSet<>();
    private Listening door;
    private volatile Fault fault = Fault.NONE;
    private volatile Duration delay = Duration.ZERO;
    private boolean isClosed;

    /** @param keeper has the socket in its hands until it ends: until then somebody may still get through */
    private record Listening(ServerSocket socket, Thread keeper) {}

    private FaultyWire(int target) throws IOException {
        this.target = target;
        this.door = open(0);
        this.port = door.socket().getLocalPort();
    }

    /** @param port on this machine */
    public static FaultyWire to(int port) {
        try {
            return new FaultyWire(port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where to connect instead; the same whatever happens. */
    public int port() {
        return port;
    }

    /** Everything goes through, at once. */
    public void passes() {
        delay = Duration.ZERO;
        becomes(Fault.NONE);
    }

    /** Each piece, in each direction, comes so much later. */
    public void delays(Duration pause) {
        delay = pause;
        becomes(Fault.NONE);
    }

    /** Connections can be made and bytes be sent; nothing arrives and nobody is told. */
    public void swallows() {
        becomes(Fault.SWALLOWS);
    }

    /** Connections end in order, those that come as well. */
    public void hangsUp() {
        becomes(Fault.HANGS_UP);
    }

    /** Connections are cut, those that come as well. */
    public void resets() {
        becomes(Fault.RESETS);
    }

    /** Connections are cut and nobody listens. */
    public void refuses() {
        becomes(Fault.REFUSES);
        try {
            keeper().join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private synchronized Thread keeper() {
        return door.keeper();
    }

    /** How many connections are open. */
    public synchronized int connections() {
        return links.size();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        becomes(Fault.REFUSES);
    }

    private synchronized void becomes(Fault next) {
        fault = next;
        try {
            if (next == Fault.REFUSES) {
                door.socket().close();
            } else if (door.socket().isClosed() && !isClosed) {
                door = open(port);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List.copyOf(links).forEach(Link::suffers);
    }

    private Listening open(int wanted) throws IOException {
        var opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(HERE, wanted), BACKLOG);
        return new Listening(opened, Thread.ofVirtual().name("wire-door").start(() -> admitFrom(opened)));
    }

    private void admitFrom(ServerSocket opened) {
        try {
            while (true) {
                admit(new Link(opened.accept()));
            }
        } catch (IOException closed) {
            // refused from now on
        }
    }

    private synchronized void admit(Link link) {
        links.add(link);
        link.suffers();
        if (links.contains(link)) {
            Thread.ofVirtual().name("wire-there").start(link::goesThere);
        }
    }

    private synchronized void forget(Link link) {
        links.remove(link);
    }

    /** One connection, from who came to the server and back. */
    private final class Link {

        private final Socket near;
        private final Socket far = new Socket();
        private volatile boolean lostBytes;

        Link(Socket near) {
            this.near = near;
        }

        void suffers() {
            switch (fault) {
                case NONE -> {
                    if (lostBytes) {
                        end(true);
                    }
                }
                case SWALLOWS -> {}
                case HANGS_UP -> end(false);
                case RESETS, REFUSES -> end(true);
            }
        }

        /** Nobody at the other end is called while nothing arrives; the caller does not know. */
        void goesThere() {
            try {
                if (fault == Fault.SWALLOWS) {
                    lostBytes = true;
                } else {
                    far.connect(new InetSocketAddress(HERE, target));
                    far.setTcpNoDelay(true);
                    near.setTcpNoDelay(true);
                    Thread.ofVirtual().name("wire-back").start(() -> carries(far, near));
                }
                carries(near, far);
            } catch (IOException noServer) {
                end(true);
            }
        }

        private void carries(Socket from, Socket to) {
            var piece = new byte[PIECE];
            try {
                for (var size = 0; size >= 0; size = from.getInputStream().read(piece)) {
                    carry(piece, size, to);
                }
                if (fault == Fault.SWALLOWS) {
                    lostBytes = true;
                } else {
                    to.shutdownOutput();
                }
            } catch (IOException cut) {
                end(true);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                end(true);
            }
            if (isDone()) {
                end(false);
            }
        }

        private void carry(byte[] piece, int size, Socket to) throws IOException, InterruptedException {
            if (size == 0) {
                return;
            }
            if (fault == Fault.SWALLOWS || lostBytes) {
                lostBytes = true;
                suffers();
                return;
            }
            Thread.sleep(delay);
            to.getOutputStream().write(piece, 0, size);
        }

        private boolean isDone() {
            return near.isOutputShutdown() && far.isOutputShutdown();
        }

        private void end(boolean cut) {
            forget(this);
            for (var socket : List.of(near, far)) {
                try (socket) {
                    if (cut && !socket.isClosed()) {
                        socket.setSoLinger(true, 0);
                    }
                } catch (IOException gone) {
                    // it is closed, which is what was wanted
                }
            }
        }
    }
}
