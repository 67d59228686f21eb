package whatnow.chat.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Work that goes on by itself when whoever asked for it cannot wait. There is only so much of it at a time. */
@Component
public class Aside {

    private static final int MOST = 64;

    private final Semaphore places = new Semaphore(MOST);

    /** Empty if too much is at work already. */
    public <T> Optional<CompletableFuture<T>> start(Supplier<T> work) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().name("chat").start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
            } finally {
                places.release();
            }
        });
        return Optional.of(result);
    }

    /** Waits a little; empty if that was not enough. What failed is thrown here. */
    public static <T> Optional<T> within(Duration patience, CompletableFuture<T> work) {
        try {
            return Optional.of(work.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException it ? it : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
