package whatnow.endtoend;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Tries again until it works; the last failure is the one that is told. */
final class Eventually {

    private static final long PAUSE_MILLIS = 50;

    /** There is no use in waiting any longer. */
    static final class Never extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Never(String message) {
            super(message);
        }
    }

    static <T> T within(Duration patience, Callable<T> attempt) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return attempt.call();
            } catch (Never never) {
                throw never;
            } catch (Exception | AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not within " + patience + ": " + notYet.getMessage(), notYet);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Never("Stopped.");
        }
    }

    private Eventually() {}
}
