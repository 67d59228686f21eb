package whatnow.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second Whatnow on this machine. */
record AnotherJvm(Process process, BufferedReader output) implements AutoCloseable {

    static AnotherJvm launch(Path data) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LaunchAndWait.class.getName(),
                        data.toString()))
                .redirectErrorStream(true)
                .start();
        return new AnotherJvm(process, process.inputReader());
    }

    /** The line that begins with this word, waited for. */
    String line(String word) throws IOException {
        var seen = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException("Expected a line (%s ...), there were (%s).".formatted(word, seen));
    }

    /** As kill -9 does: no hook runs, nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
