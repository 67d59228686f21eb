package whatnow.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A whole JVM with a database, for tests that kill it, and for a look at it by hand. */
public final class LaunchAndWait {

    public static void main(String[] arguments) throws IOException {
        var before = System.nanoTime();
        try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            System.out.printf(
                    "ready pid=%d after %d ms, %s%n",
                    postgres.pid(), (System.nanoTime() - before) / 1_000_000, postgres.application());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (DatabaseDidNotStart refusal) {
            System.out.println("refused " + refusal.getMessage());
        }
        System.out.printf("ended after %d ms%n", (System.nanoTime() - before) / 1_000_000);
    }

    private LaunchAndWait() {}
}
