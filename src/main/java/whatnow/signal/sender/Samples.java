package whatnow.signal.sender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** One body of each sender, written by us from its format. */
final class Samples {

    static Optional<byte[]> of(String key) {
        try (var sample = Samples.class.getResourceAsStream("/whatnow/signal/samples/" + key + ".json")) {
            return sample == null ? Optional.empty() : Optional.of(sample.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("The sample of (%s) cannot be read.".formatted(key), broken);
        }
    }

    private Samples() {}
}
