package whatnow.knowledge.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.knowledge.foreign.Foreign;

/** Repositories by https: the real command as a process of its own, and a server that behaves well and badly. */
class HttpsImportTest {

    private static final Patience LITTLE = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(60), 1_000_000_000);

    @TempDir
    Path folder;

    private GitOverHttps server;
    private String tokenOfTheEnvironment = "";

    private record Ended(int code, String said, String complained) {}

    @BeforeEach
    void serveARepository() throws Exception {
        NoSettings.use();
        var work = folder.resolve("work");
        try (var git =
                Git.init().setInitialBranch("trunk").setDirectory(work.toFile()).call()) {
            Files.createDirectories(work.resolve("runbooks"));
            Files.writeString(work.resolve("runbooks/PgDown.md"), "# PgDown\n\n![how](disk.png) [else](/Other.md)\n");
            Files.writeString(work.resolve("Other.md"), "# Other\n");
            var noise = new byte[50_000];
            new Random(20_261_130).nextBytes(noise);
            Files.write(work.resolve("runbooks/disk.png"), noise);
            git.add().addFilepattern(".").call();
            git.commit()
                    .setAuthor("a", "a@example.org")
                    .setCommitter("a", "a@example.org")
                    .setMessage("a")
                    .setSign(false)
                    .call();
        }
        Files.move(work.resolve(".git"), folder.resolve("ops.git"));
        updateServerInfo();
        server = new GitOverHttps(folder);
    }

    private void updateServerInfo() throws IOException {
        var id = Files.readString(folder.resolve("ops.git/refs/heads/trunk")).strip();
        Files.createDirectories(folder.resolve("ops.git/info"));
        Files.writeString(folder.resolve("ops.git/info/refs"), id + "\trefs/heads/trunk\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smart", "dumb"})
    void aRepositoryIsImported(String behaviour) throws Exception {
        var ended = command(server.address(behaviour));

        assertThat(ended.complained()).isEmpty();
        assertThat(ended.said()).contains("3 files: 3 written", "Imported " + server.address(behaviour));
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("here/ops-runbooks-pg-down.md")).content().contains("[else](ops-other.md)");
        assertThat(folder.resolve("here/images")).isDirectoryContaining("glob:**.png");
    }

    @Test
    @DisplayName("a name and a token in the address open a private repository and are never shown (S-3)")
    void aTokenOpensAPrivateRepositoryAndIsNeverShown() throws Exception {
        var address = "https://me:%s@%s/private/ops.git".formatted(GitOverHttps.TOKEN, server.host());

        var ended = command(address);
        var wrong = command(address.replace("https://me:", "https://me:not-"));

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("3 written");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.complained()).contains("the server wants a name and a password", "WHATNOW_GIT_TOKEN");
        assertThat(ended.toString() + wrong).doesNotContain(GitOverHttps.TOKEN);
    }

    @Test
    @DisplayName("a token of the environment opens a private repository, with the name in the address (S-3)")
    void aTokenOfTheEnvironmentOpensAPrivateRepository() throws Exception {
        var address = ofMe();

        tokenOfTheEnvironment = GitOverHttps.TOKEN;
        var ended = command(address);

        assertThat(ended.complained()).isEmpty();
        assertThat(ended.said()).contains("3 written").doesNotContain(GitOverHttps.TOKEN);
        trusting(() -> {
            assertThatThrownBy(() -> GitCopy.of(address, "not-" + GitOverHttps.TOKEN, LITTLE))
                    .hasMessageContaining("the server wants a name and a password")
                    .hasMessageNotContaining(GitOverHttps.TOKEN);
            assertThatThrownBy(() -> GitCopy.of(address.replace("me@", ""), GitOverHttps.TOKEN, LITTLE))
                    .hasMessageContaining("the server wants a name and a password");
        });
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    @DisplayName("a token that is none opens nothing, is not shown and leaves nothing")
    void aTokenThatIsNoneOpensNothing(String token) throws Exception {
        var before = copies();

        trusting(() -> assertThatThrownBy(() -> GitCopy.of(ofMe(), token, LITTLE))
                .isInstanceOf(GitCopy.NotFetched.class)
                .hasMessageContaining("the server wants a name and a password")
                .hasMessageNotContaining("Evil"));

        assertThat(copies()).isEqualTo(before);
    }

    static List<String> wrongTokens() {
        return List.of("", " \n", "Evil", "E:vil", "\u0415vil Evil", "Evil\r\nHost: evil", "Evil".repeat(1_000));
    }

    @Test
    void aTokenIsTakenWithoutTheLineBreakBehindItAndNotBesideAPassword() throws Exception {
        trusting(() -> {
            GitCopy.of(ofMe(), GitOverHttps.TOKEN + "\n", LITTLE).close();
            assertThatThrownBy(() -> GitCopy.of(ofMe().replace("me@", "me:wrong@"), GitOverHttps.TOKEN, LITTLE))
                    .hasMessageContaining("the server wants a name and a password");
        });
    }

    @Test
    void aCertificateOfAStrangerIsNamed() throws Exception {
        var ended = run(List.of(), server.address("smart"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.complained())
                .contains("its certificate is not trusted here (", "certification path", "trustStore");
        assertThat(folder.resolve("here")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private | the server wants a name and a password",
                "none | not found",
                "moved | it has moved",
                "hangs-up | the server hung up",
                "stalls | the server fell silent"
            })
    void whyARepositoryIsNotFetchedIsSaidAndNothingIsLeft(String behaviour, String why) throws Exception {
        var before = copies();

        trusting(() -> assertThatThrownBy(() -> assertTimeoutPreemptively(
                        Duration.ofSeconds(25), () -> GitCopy.of(server.address(behaviour), "", LITTLE)))
                .isInstanceOf(GitCopy.NotFetched.class)
                .hasMessageContaining(why)
                .hasMessageContaining("/" + behaviour + "/ops.git"));

        assertThat(copies()).isEqualTo(before);
    }

    @Test
    void aRepositoryIsTakenOnlyUpToATimeAndASize() throws Exception {
        var brief = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(3), 1_000_000);
        var small = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), 20_000);

        trusting(() -> {
            assertThatThrownBy(() -> GitCopy.of(server.address("drips"), "", brief))
                    .hasMessageContaining("it takes longer than 3 seconds");
            assertThatThrownBy(() -> GitCopy.of(server.address("smart"), "", small))
                    .hasMessageContaining("it is larger than");
            try (var copy = GitCopy.of(server.address("smart"), "", LITTLE)) {
                assertThat(Foreign.read(copy, "ops").pages()).hasSize(2);
            }
        });
    }

    private String ofMe() {
        return "https://me@%s/private/ops.git".formatted(server.host());
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private void trusting(Attempt attempt) throws Exception {
        var usual = HttpsURLConnection.getDefaultSSLSocketFactory();
        HttpsURLConnection.setDefaultSSLSocketFactory(server.trusting());
        try {
            attempt.run();
        } finally {
            HttpsURLConnection.setDefaultSSLSocketFactory(usual);
        }
    }

    private static List<String> copies() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith("whatnow-import-"))
                    .sorted()
                    .toList();
        }
    }

    private Ended command(String address) throws Exception {
        return run(
                List.of(
                        "-Djavax.net.ssl.trustStore=" + server.trusted(),
                        "-Djavax.net.ssl.trustStorePassword=" + GitOverHttps.PASSWORD),
                address);
    }

    private Ended run(List<String> settings, String address) throws Exception {
        var temporary = Files.createDirectories(folder.resolve("tmp"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(settings);
        command.addAll(List.of("whatnow.Whatnow", "knowledge", "import", address));
        command.addAll(List.of("--into", folder.resolve("here").toString(), "--name", "ops"));
        var said = folder.resolve("said").toFile();
        var complained = folder.resolve("complained").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(said).redirectError(complained);
        builder.environment().put("WHATNOW_TTY", "1");
        builder.environment().put("NO_COLOR", "1");
        builder.environment().put("WHATNOW_GIT_TOKEN", tokenOfTheEnvironment);
        var process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS))
                .as("%s ended", command)
                .isTrue();
        assertThat(temporary).isEmptyDirectory();
        return new Ended(process.exitValue(), Files.readString(said.toPath()), Files.readString(complained.toPath()));
    }
}
