package whatnow.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program run to its end, with a limit on its time. */
record Command(List<String> words) {

    record Outcome(int code, String output) {

        boolean isGood() {
            return code == 0;
        }
    }

    private static final int NEVER_STARTED = 127;

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** A program that is not installed is an answer like any other, because every one here has a substitute. */
    Outcome run(int seconds) {
        try {
            return waitFor(
                    clean(new ProcessBuilder(words)).redirectErrorStream(true).start(), seconds);
        } catch (IOException failure) {
            return new Outcome(NEVER_STARTED, String.valueOf(failure.getMessage()));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return new Outcome(NEVER_STARTED, "interrupted");
        }
    }

    /** PostgreSQL reads PG... variables and the locale; a user's shell must not change what the server does. */
    static ProcessBuilder clean(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(it -> it.startsWith("PG") || it.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static Outcome waitFor(Process process, int seconds) throws IOException, InterruptedException {
        process.getOutputStream().close();
        // Read aside, so that a program which neither speaks nor ends cannot hold us.
        var output =
                new FutureTask<>(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        Thread.ofVirtual().start(output);
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Outcome(NEVER_STARTED, "no end after %d s".formatted(seconds));
        }
        try {
            return new Outcome(
                    process.exitValue(), output.get(1, TimeUnit.SECONDS).strip());
        } catch (ExecutionException | TimeoutException unreadable) {
            return new Outcome(process.exitValue(), "");
        }
    }
}
