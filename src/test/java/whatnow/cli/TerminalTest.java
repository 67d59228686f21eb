package whatnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verbs as real processes: what they print, and with which code they end. */
class TerminalTest {

    private static final String NOBODY = "http://127.0.0.1:9";

    @TempDir
    Path folder;

    record Ended(int code, String said, String complained) {}

    @Test
    void nowGivesTextOnATerminalAndJsonElsewhere() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/now", exchange -> {
            var json = "application/json".equals(exchange.getRequestHeaders().getFirst("Accept"));
            var body = (json ? "{\"cards\":[]}" : "Nothing is open.\n").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort();

            assertThat(run(address, "1", "now")).isEqualTo(new Ended(0, "Nothing is open.\n", ""));
            assertThat(run(address, "0", "ask")).isEqualTo(new Ended(0, "{\"cards\":[]}\n", ""));
            assertThat(run(address, "1", "now", "--json").said()).startsWith("{");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void everyVerbSaysHowItIsUsed() throws Exception {
        assertThat(verbs(new CommandLine(new Terminal()), List.of()))
                .hasSizeGreaterThan(15)
                .allSatisfy(words -> {
                    var out = new StringWriter();
                    var terminal = new CommandLine(new Terminal()).setOut(new PrintWriter(out));

                    assertThat(terminal.execute(with(words, "--help"))).isZero();
                    assertThat(out.toString()).contains("Usage: whatnow " + String.join(" ", words));
                });

        assertThat(run(NOBODY, "1", "knowledge", "import", "--help"))
                .satisfies(it -> assertThat(it.code()).isZero())
                .satisfies(it -> assertThat(it.said()).contains("FOLDER|URL", "WHATNOW_GIT_TOKEN"));
    }

    private static List<List<String>> verbs(CommandLine line, List<String> before) {
        var all = new ArrayList<List<String>>();
        line.getSubcommands().forEach((_, verb) -> {
            var words = new ArrayList<>(before);
            words.add(verb.getCommandName());
            all.add(words);
            all.addAll(verbs(verb, words));
        });
        return all;
    }

    private static String[] with(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void wordsReportSaysHowWellSentencesAreReadAndFailsWhereTheyAreNot() throws Exception {
        var file = folder.resolve("sentences.txt");
        var head = "@now 2026-03-01T12:00:00Z\n@plans freight\n";
        Files.writeString(file, head + "api is down -> symptom freight-api TRUE kind=UNAVAILABLE\nhello ->\n");

        var well = run(NOBODY, "1", "words", "report", file.toString());

        assertThat(well.code()).isZero();
        assertThat(well.said()).contains("precision", "2 sentences, 0 read otherwise");

        Files.writeString(file, head + "api is down -> symptom freight-db TRUE kind=UNAVAILABLE\n");

        var badly = run(NOBODY, "1", "words", "report", file.toString());

        assertThat(badly.code()).isEqualTo(1);
        assertThat(badly.said()).contains("line 3: api is down", "expected: symptom freight-db", "below 0.9");
    }

    @Test
    void withoutAServerNowFailsAndSaysWhatToDo() throws Exception {
        var ended = run(NOBODY, "1", "now");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.complained()).contains("No server answers", "whatnow serve");
    }

    @Test
    void withoutAServerSearchAnswersFromTheFilesWithThree() throws Exception {
        var ended = run(NOBODY, "1", "search", "replica", "lag");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.said()).contains("replication-lag");
        assertThat(ended.complained()).contains("Answered from the files");
    }

    @Test
    void withoutAServerAPipeGetsJsonAndNoHitsAreSaid() throws Exception {
        assertThat(run(NOBODY, "0", "search", "replica", "lag").said()).startsWith("{\"q\":\"replica lag\",\"note\":");
        assertThat(run(NOBODY, "1", "search", "xyzzyplugh").said()).startsWith("Nothing was found.");
    }

    @Test
    void whatIsNotAVerbIsAMatterOfUsage() throws Exception {
        assertThat(run(NOBODY, "1", "dance").code()).isEqualTo(2);
        assertThat(run(NOBODY, "1", "now", "--loudly").code()).isEqualTo(2);
        assertThat(run(NOBODY, "1", "search").code()).isEqualTo(2);
    }

    @Test
    void theShippedRulesPassTheirExamplesAndAReportIsWritten() throws Exception {
        var report = folder.resolve("rules.xml");

        var ended = run(NOBODY, "1", "rules", "test", "--junit", report.toString());

        assertThat(ended.code()).as(ended.said() + ended.complained()).isZero();
        assertThat(ended.said()).contains("severity", "strategy", "symptoms", "examples");
        assertThat(Files.readString(report)).contains("<testsuite");
    }

    @Test
    void rulesThatAreNotThereAreAMatterOfUsage() throws Exception {
        assertThat(run(
                                NOBODY,
                                "1",
                                "rules",
                                "test",
                                "--rules",
                                folder.resolve("none").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aFolderWithBrokenRulesFails() throws Exception {
        Files.createDirectories(folder.resolve("severity"));
        Files.writeString(folder.resolve("severity/broken.drl"), "rule \"x\" when then nonsense end");

        assertThat(run(NOBODY, "1", "rules", "test", "--rules", folder.toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void theShippedPlansHoldNothingNewToFind() throws Exception {
        var ended = run(NOBODY, "1", "plan", "check");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("0 new, 0 gone");
    }

    @Test
    void theKnowledgeCheckEndsWithTheNumberOfItsFindings() throws Exception {
        var ended = run(NOBODY, "1", "knowledge", "check");

        assertThat(ended.code()).isEqualTo(ended.complained().contains("Nothing to mend") ? 0 : 1);
    }

    @Test
    void anArticleWithoutAHeadIsFound() throws Exception {
        Files.createDirectories(folder.resolve("runbooks"));
        Files.writeString(folder.resolve("runbooks/bare.md"), "# Bare\n");

        var ended = run(NOBODY, "1", "knowledge", "check", "--knowledge", folder.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("bare.md:");
    }

    /** In a process of its own: exit codes and streams are what other programs see. */
    private Ended run(String server, String terminal, String... verb) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "whatnow.Whatnow"));
        command.addAll(List.of(verb));
        var said = folder.resolve("said").toFile();
        var complained = folder.resolve("complained").toFile();
        var builder = new ProcessBuilder(command)
                .directory(new File("."))
                .redirectOutput(said)
                .redirectError(complained);
        builder.environment().put("WHATNOW_URL", server);
        builder.environment().put("WHATNOW_TTY", terminal);
        builder.environment().put("WHATNOW_TOKEN", "wn_" + "0".repeat(61));
        builder.environment().put("NO_COLOR", "1");
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("%s ended", command)
                .isTrue();
        return new Ended(process.exitValue(), Files.readString(said.toPath()), Files.readString(complained.toPath()));
    }
}
