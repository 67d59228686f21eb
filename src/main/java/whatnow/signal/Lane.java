package whatnow.signal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;

/**
 * How many requests one kind of door works on at once, and how many wait for it. Whoever finds it full is told when to come
 * back, so that a storm costs memory and connections that are known beforehand.
 */
public final class Lane {

    static final String RETRY_AFTER_SECONDS = "5";

    private final Semaphore working;
    private final Semaphore present;
    private final Duration patience;
    private final HttpStatus busy;

    /** @param busy what the senders of this lane understand as "come back": Alertmanager retries nothing but 5xx */
    public Lane(int working, int waiting, Duration patience, HttpStatus busy) {
        this.working = new Semaphore(working, true);
        this.present = new Semaphore(working + waiting);
        this.patience = patience;
        this.busy = busy;
    }

    public <T> T run(Callable<T> work) throws Exception {
        if (!present.tryAcquire()) {
            throw full();
        }
        try {
            return inTurn(work);
        } finally {
            present.release();
        }
    }

    private <T> T inTurn(Callable<T> work) throws Exception {
        if (!working.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw full();
        }
        try {
            return work.call();
        } finally {
            working.release();
        }
    }

    private Refused full() {
        return Refused.because(
                busy, "Too much at once; nothing was kept. Send it again in %s s.".formatted(RETRY_AFTER_SECONDS));
    }
}
