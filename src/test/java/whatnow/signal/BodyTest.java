package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class BodyTest {

    @Test
    void whoDripsItsBytesIsRefusedOnceTwentySecondsHavePassed() {
        assertThatThrownBy(() -> Body.read(dripping(1_000), 1_000, every(Duration.ofSeconds(1))))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.status()).isEqualTo(HttpStatus.REQUEST_TIMEOUT));
    }

    @Test
    void whoSendsSlowlyButInTimeIsRead() throws IOException {
        assertThat(Body.read(dripping(1_000), 1_000, every(Duration.ofMillis(19))))
                .hasSize(1_000);
    }

    private static InputStream dripping(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]) {
            @Override
            public int read(byte[] into, int from, int most) {
                return super.read(into, from, Math.min(most, 1));
            }
        };
    }

    private static LongSupplier every(Duration step) {
        var nanos = new AtomicLong();
        return () -> nanos.addAndGet(step.toNanos());
    }
}
