package whatnow.database.disk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every second how much room is left. It has a thread of its own, because a disk that does not answer must hold up no
 * door: the doors then go by what was seen last.
 */
final class DiskGuard implements Disk, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DiskGuard.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final SpaceOf space;
    private volatile List<Place> places;
    private volatile Thread thread = new Thread();
    private volatile boolean running;

    /** The first look is taken here, before any door is open. */
    DiskGuard(SpaceOf space, Map<Place.Kind, Path> folders) {
        this.space = space;
        this.places = folders.entrySet().stream()
                .map(it -> Place.unseen(it.getKey(), it.getValue()))
                .toList();
        look();
    }

    @Override
    public List<Place> places() {
        return places;
    }

    void look() {
        places = places.stream().map(this::seen).toList();
    }

    private Place seen(Place before) {
        var now = space.folder(before.folder()).map(before::with).orElse(before);
        if (now.room() != before.room()) {
            now.trouble()
                    .ifPresentOrElse(
                            LOG::warn,
                            () -> LOG.info(
                                    "The disk of the {} ({}) has room again: {}.",
                                    now.kind().key(),
                                    now.folder(),
                                    now.space().words()));
        }
        return now;
    }

    void measure(MeterRegistry meters) {
        for (var place : places) {
            Gauge.builder("whatnow.disk.used", () -> of(place.kind()).space().share())
                    .description("How much of the disk is used, from 0 to 1")
                    .tag("of", place.kind().key())
                    .register(meters);
        }
        Gauge.builder("whatnow.disk.full", () -> isFull() ? 1 : 0)
                .description("1 while no alert is taken for want of room")
                .register(meters);
    }

    private Place of(Place.Kind kind) {
        return places.stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("disk-watch").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        try {
            while (running) {
                Thread.sleep(BETWEEN_LOOKS);
                look();
            }
        } catch (InterruptedException _) {
            // We are to end, and do.
        }
    }
}
