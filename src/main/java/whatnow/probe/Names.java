package whatnow.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where a name leads, asked once for each try, so that what was checked is what is connected to.
 *
 * <p>The system's lookup cannot be interrupted and would hold a carrier of virtual threads for as long as a name server
 * hangs, and with it every page; so it has threads of its own.
 */
final class Names implements AutoCloseable {

    private static final int MOST_ADDRESSES = 3;
    private static final long IDLE_SECONDS = 10;

    private final ExecutorService lookups;

    Names(int atOnce) {
        lookups = new ThreadPoolExecutor(
                0,
                atOnce,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("probe-names-", 0).factory());
    }

    /**
     * Never empty.
     *
     * @throws IOException in words, if it leads nowhere or where no plan meant to look
     */
    List<InetAddress> of(String host, Duration timeout) throws IOException {
        var literal = literal(host);
        if (literal.length > 0) {
            return List.of(literal);
        }
        var found = Arrays.stream(lookup(host, timeout)).limit(MOST_ADDRESSES).toList();
        for (var address : found) {
            refuseWhatNobodyMeant(host, address);
        }
        return found;
    }

    private InetAddress[] lookup(String host, Duration timeout) throws IOException {
        try {
            return lookups.submit(() -> InetAddress.getAllByName(host)).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof UnknownHostException
                    ? new IOException("the name %s leads nowhere".formatted(host))
                    : new IOException("the name %s cannot be looked up".formatted(host), failed);
        } catch (TimeoutException | RejectedExecutionException late) {
            throw new IOException("looking up the name %s takes too long".formatted(host), late);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(ended);
        }
    }

    private static InetAddress[] literal(String host) {
        try {
            return new InetAddress[] {InetAddress.ofLiteral(host)};
        } catch (IllegalArgumentException _) {
            return new InetAddress[0];
        }
    }

    /** Whoever owns a name may let it lead to this machine or to a cloud's metadata; only a plan may. */
    private static void refuseWhatNobodyMeant(String host, InetAddress address) throws IOException {
        var isHere = address.isLoopbackAddress() && !host.equalsIgnoreCase("localhost");
        if (isHere || address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new IOException(
                    "the name %s leads to %s, where nobody looked; if it is meant, write the address itself"
                            .formatted(host, address.getHostAddress()));
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
