package whatnow.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What dies at a random moment loses nothing that it answered for. The short profile is part of {@code mvn verify}; the long
 * one is {@code -Dwhatnow.kills=20}. The seed is printed and set with {@code -Dwhatnow.seed}.
 */
class KillsIT {

    private static final Path FOLDER = Path.of("target/end-to-end/kills");
    private static final long SEED = Long.getLong("whatnow.seed", System.nanoTime() % 1_000_000);
    private static final int A_SECOND = 40;

    /** Our own restart, and that of the database: reliability promises both. */
    private static final Duration BACK = Duration.ofSeconds(20);

    private final Random random = new Random(SEED);

    @Test
    @DisplayName(
            "(C-1) a node killed at random moments under load loses nothing that it answered for, and decides about all of it")
    void aNodeThatIsKilledLosesNothing() {
        var kills = Integer.getInteger("whatnow.kills", 3);
        try (var product = Product.start(FOLDER.resolve("node"))) {
            var kept = product.kept();
            var starts = new ArrayList<Duration>();
            List<Load.Call> calls;
            List<String> promised;
            try (var load = Load.on(product, A_SECOND)) {
                for (var kill = 0; kill < kills; kill++) {
                    pause(1_000 + random.nextInt(3_000));
                    var killed = System.nanoTime();
                    product.killAndStartAgain();
                    starts.add(Duration.ofNanos(System.nanoTime() - killed));
                }
                pause(1_000);
                load.stops();
                calls = load.calls();
                promised = load.promised();
            }

            report("node", kills, calls, "serving after " + starts);
            assertThat(promised).isNotEmpty();
            kept.keeps(promised);
        }
    }

    @Test
    @DisplayName(
            "(C-2) a database killed or stopped at random moments under load is back within 20 s, and no 202 is lost")
    void aDatabaseThatIsKilledLosesNothing() {
        var kills = Integer.getInteger("whatnow.kills", 2);
        try (var product = Product.start(FOLDER.resolve("database"))) {
            var kept = product.kept();
            var backs = new ArrayList<Duration>();
            try (var load = Load.on(product, A_SECOND)) {
                for (var kill = 0; kill < kills; kill++) {
                    pause(2_000 + random.nextInt(3_000));
                    var signal = kill % 2 == 0 ? "KILL" : "QUIT";
                    signal(signal, product.postmaster());
                    backs.add(back(load, Instant.now()));
                }
                pause(1_000);
                load.stops();
                var calls = load.calls();

                report("database", kills, calls, "back after " + backs);
                assertThat(calls).as("answered by everybody").allMatch(it -> it.isTaken() || it.status() == 503);
                assertThat(load.promised()).isNotEmpty();
                kept.keeps(load.promised());
            }
            assertThat(backs).allMatch(it -> it.compareTo(BACK) <= 0);
        }
    }

    /** Until what is sent is in the database again. */
    private static Duration back(Load load, Instant killed) {
        var sent = killed.plusMillis(500);
        return Eventually.within(
                BACK.multipliedBy(3),
                () -> load.since(sent).stream()
                        .filter(Load.Call::isInTheDatabase)
                        .findFirst()
                        .map(it -> Duration.between(killed, it.sent().plus(it.took())))
                        .orElseThrow(
                                () -> new AssertionError("Nothing is in the database again: " + load.since(sent))));
    }

    /** QUIT is what {@code pg_ctl stop -m immediate} sends. */
    private static void signal(String name, long process) {
        try {
            var done = new ProcessBuilder("kill", "-s", name, Long.toString(process))
                    .start()
                    .waitFor();
            assertThat(done).as("kill -s %s %d", name, process).isZero();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("SystemOut")
    private static void report(String what, int kills, List<Load.Call> calls, String more) {
        System.out.printf(
                "%d kills of the %s (-Dwhatnow.seed=%d): %d calls, %d taken (%d in the journal), %d told to come back, %d unanswered. %s%n",
                kills,
                what,
                SEED,
                calls.size(),
                calls.stream().filter(Load.Call::isTaken).count(),
                calls.stream().filter(Load.Call::isJournalled).count(),
                calls.stream().filter(it -> it.status() == 503).count(),
                calls.stream().filter(it -> it.status() == 0).count(),
                more);
    }
}
