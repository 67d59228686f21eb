package whatnow.signal.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.testkit.MovableClock;

class ReadingWarmUpTest {

    private final List<String> read = new ArrayList<>();

    @Test
    void everySampleIsReadToItsSymptoms() {
        var formats = new Formats(
                List.of(
                        new Told("one", Optional.of("{\"name\": \"DiskFull\"}")),
                        new Told("two", Optional.empty()),
                        new Told("three", Optional.of("{\"name\": \"TooSlow\"}"))),
                new NoMore());

        new ReadingWarmUp(
                        formats,
                        signal -> {
                            read.add(signal.alert());
                            return List.of();
                        },
                        new MovableClock())
                .readAll();

        assertThat(read).containsExactlyInAnyOrder("DiskFull", "TooSlow");
    }

    private record Told(String key, Optional<String> text) implements Format {

        @Override
        public String title() {
            return key;
        }

        @Override
        public boolean isBatch() {
            return false;
        }

        @Override
        public Optional<Duration> holds() {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> sample() {
            return text.map(it -> it.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Delivery read(Message message) {
            return new Batch(this, message, message.body().path("source"))
                    .add(message.body(), it -> Draft.named(it.path("name").asString()))
                    .delivery();
        }
    }

    private record NoMore() implements MoreFormats {

        @Override
        public List<Format> all() {
            return List.of();
        }

        @Override
        public List<String> troubles() {
            return List.of();
        }

        @Override
        public Format tried(String name, String text) {
            throw Refused.field("name", name, "nothing");
        }
    }
}
