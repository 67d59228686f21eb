package whatnow.signal.sender;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import whatnow.signal.Delivery;
import whatnow.signal.SymptomReader;
import whatnow.time.Now;

/**
 * Reads our own samples after a start, so that a storm does not wait until what reads alerts is loaded and compiled. Nothing
 * of it is kept or shown.
 */
@Component
@ConditionalOnProperty(name = "whatnow.decisions.worker", matchIfMissing = true)
class ReadingWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingWarmUp.class);

    /** Takes a second of one processor. */
    private static final int ROUNDS = 100;

    private final Formats formats;
    private final SymptomReader reader;
    private final Now now;

    ReadingWarmUp(Formats formats, SymptomReader reader, Now now) {
        this.formats = formats;
        this.reader = reader;
        this.now = now;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().daemon().name("warm-up-reading").start(this::run);
    }

    private void run() {
        try {
            for (var round = 0; round < ROUNDS; round++) {
                readAll();
            }
        } catch (RuntimeException failure) {
            LOG.warn("A sample of ours could not be read; real alerts are tried as ever.", failure);
        }
    }

    void readAll() {
        formats.all().stream().map(it -> formats.get(it.key())).forEach(this::read);
    }

    private void read(Format format) {
        format.sample()
                .map(it -> format.read(new Message(format.parsed(it), Optional.empty(), now.instant())))
                .ifPresent(this::read);
    }

    private void read(Delivery delivery) {
        delivery.said().forEach(it -> reader.read(it.signal()));
    }
}
