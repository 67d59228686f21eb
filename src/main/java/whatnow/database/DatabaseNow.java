package whatnow.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import whatnow.database.pool.Pool;
import whatnow.time.LocalNow;
import whatnow.time.Now;

/**
 * The database's clock: the one clock that all nodes share, and so the only one by which a step can be due.
 *
 * <p>Every page asks for the time, often many times, and a round trip for each would make the clock the slowest thing on
 * it. So the database is asked every few seconds, by a thread of its own, and in between the answer is carried on with
 * this machine's monotonic clock, which nobody can set. Nobody waits for the refresh, because a database that hangs must
 * not hold up a page: the first to find the answer older than {@link #REFRESH} starts it and goes on with the old one.
 *
 * <p>While the database is away this machine's clock stands in, and the log says so.
 */
@Component
public class DatabaseNow implements Now {

    static final Duration REFRESH = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseNow.class);
    private static final String CLOCK = "select clock_timestamp()";

    /** What the database's clock showed at one moment of our monotonic clock. */
    private record Reading(@Nullable Instant database, long nanos) {

        boolean isOld(long now) {
            return now - nanos >= REFRESH.toNanos();
        }
    }

    private final Supplier<Instant> database;
    private final Now local;
    private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();

    @Autowired
    DatabaseNow(JdbcClient jdbc) {
        this(() -> jdbc.sql(CLOCK).query(OffsetDateTime.class).single().toInstant(), new LocalNow());
    }

    DatabaseNow(Supplier<Instant> database, Now local) {
        this.database = database;
        this.local = local;
    }

    @Override
    public Instant instant() {
        var reading = current();
        if (reading.database() == null) {
            return local.instant();
        }
        return reading.database().plusNanos(System.nanoTime() - reading.nanos()).truncatedTo(ChronoUnit.MILLIS);
    }

    /** False while this machine's own clock stands in. */
    boolean isFromDatabase() {
        return current().database() != null;
    }

    /** Only the very first caller waits for the database. */
    private Reading current() {
        var reading = latest.get();
        if (reading == null) {
            return refresh();
        }
        if (reading.isOld(System.nanoTime()) && this.reading.compareAndSet(false, true)) {
            Thread.ofVirtual().name("database-clock").start(() -> Pool.WORK.run(this::refreshAside));
        }
        return reading;
    }

    private void refreshAside() {
        try {
            refresh();
        } finally {
            reading.set(false);
        }
    }

    private Reading refresh() {
        var before = System.nanoTime();
        try {
            var answer = database.get();
            var after = System.nanoTime();
            if (away.compareAndSet(true, false)) {
                LOG.info("The database's clock can be read again.");
            }
            // The answer was made somewhere between question and answer; the middle is wrong by half of that at most.
            return remember(new Reading(answer, before + (after - before) / 2));
        } catch (RuntimeException failure) {
            if (away.compareAndSet(false, true)) {
                LOG.warn("The database's clock cannot be read; this machine's clock stands in for it.", failure);
            }
            return remember(new Reading(null, System.nanoTime()));
        }
    }

    private Reading remember(Reading reading) {
        latest.set(reading);
        return reading;
    }
}
