package whatnow.signal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;

/**
 * How many requests one kind of door works on at once, and how many wait for it. Whoever finds it full is told when to come
 * back, so that a storm costs memory and connections that are known beforehand. A small request takes a small part of the
 * place that the largest one takes.
 */
public final class Lane {

    static final String RETRY_AFTER_SECONDS = "5";

    /** So many small requests take the place of one of full size. */
    static final int PARTS = 64;

    private final Semaphore working;
    private final Semaphore present;
    private final Duration patience;
    private final HttpStatus busy;

    /** @param busy what the senders of this lane understand as "come back": Alertmanager retries nothing but 5xx */
    public Lane(int working, int waiting, Duration patience, HttpStatus busy) {
        this.working = new Semaphore(working * PARTS, true);
        this.present = new Semaphore(working + waiting);
        this.patience = patience;
        this.busy = busy;
    }

    /** Work on a request of any size. */
    public <T> T run(Callable<T> work) throws Exception {
        return run(1, 1, work);
    }

    /** @param size of the request, where the largest has {@code most} */
    public <T> T run(int size, int most, Callable<T> work) throws Exception {
        if (!present.tryAcquire()) {
            throw full();
        }
        try {
            return inTurn(parts(size, most), work);
        } finally {
            present.release();
        }
    }

    private static int parts(int size, int most) {
        return Math.clamp(Math.ceilDiv((long) size * PARTS, most), 1, PARTS);
    }

    private <T> T inTurn(int parts, Callable<T> work) throws Exception {
        if (!working.tryAcquire(parts, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw full();
        }
        try {
            return work.call();
        } finally {
            working.release(parts);
        }
    }

    private Refused full() {
        return Refused.because(
                busy, "Too much at once; nothing was kept. Send it again in %s s.".formatted(RETRY_AFTER_SECONDS));
    }
}
