package whatnow.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.database.Login;
import whatnow.testkit.Caller;
import whatnow.testkit.Texts;

/** {@code target/whatnow.jar}, started in a folder that holds nothing else, with a database of its own. */
final class Product implements AutoCloseable {

    private static final Path JAR = Path.of("target/whatnow.jar").toAbsolutePath();
    private static final Path LAUNCHER = Path.of("bin/whatnow").toAbsolutePath();
    private static final Duration START = Duration.ofSeconds(120);
    private static final Pattern LOGIN_LINK = Pattern.compile("http://\\S+/sign-in/link\\?code=\\S+");
    private static final Pattern ALERTMANAGER =
            Pattern.compile("add to alertmanager\\.yml:\\n(.+?)\\n\\n", Pattern.DOTALL);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private Child process;

    private Product(Path folder, int port, Map<String, String> environment) {
        this.folder = folder;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.process = launch();
    }

    /** @param folder emptied before */
    static Product start(Path folder) {
        return start(folder, Map.of());
    }

    /** @param environment besides the data directory and the port */
    static Product start(Path folder, Map<String, String> environment) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
        } catch (IOException notEmptied) {
            throw new UncheckedIOException(notEmptied);
        }
        var product = new Product(folder.toAbsolutePath(), freePort(), environment);
        product.awaitHealth();
        return product;
    }

    /** None of those that the system hands out by itself, since until the start somebody else could be given it. */
    static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(12_000, 32_000))) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // taken; another one
            }
        }
    }

    /** As if the machine had lost power, and then the same data directory and port again. */
    void killAndStartAgain() {
        kill();
        startAgain();
    }

    void kill() {
        process.kill();
    }

    void startAgain() {
        process = launch();
        awaitHealth();
    }

    /** Of the operating system; virtual ones are none. */
    long threads() {
        return process.threads();
    }

    /** The process of its own database. */
    long postmaster() {
        return Long.parseLong(server("pid"));
    }

    /** What it keeps in its own database. */
    Kept kept() {
        var url = "jdbc:postgresql://127.0.0.1:%s/whatnow?socketTimeout=10".formatted(server("port"));
        return new Kept(new Login(url, "whatnow", secret("database.password")));
    }

    private String server(String field) {
        return Texts.read(data().resolve("postgres").resolve("server"))
                .lines()
                .filter(it -> it.startsWith(field + "="))
                .map(it -> it.substring(field.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** @param name {@code intake}, {@code cli} or {@code admin} */
    String token(String name) {
        return secret(name + ".token");
    }

    private String secret(String file) {
        return Texts.read(data().resolve("credentials").resolve(file)).strip();
    }

    /** The link that the first start prints, which works once. */
    String loginLink() {
        var link = LOGIN_LINK.matcher(process.output());
        if (!link.find()) {
            throw new AssertionError("No login link was printed: " + process.output());
        }
        return link.group();
    }

    /** The receivers for alertmanager.yml, word for word as the first start prints them. */
    String alertmanagerSnippet() {
        var snippet = ALERTMANAGER.matcher(process.output());
        if (!snippet.find()) {
            throw new AssertionError("No receiver for Alertmanager was printed: " + process.output());
        }
        return snippet.group(1).stripIndent() + "\n";
    }

    JsonNode json(String path) {
        return json.readTree(get(path, "application/json"));
    }

    String text(String path) {
        return get(path, "text/plain");
    }

    int post(String path, String token, String body) {
        return new Caller(address(), token).post(path, "application/json", body).statusCode();
    }

    /** A verb of {@code bin/whatnow} typed at a terminal: what people read. */
    String terminal(String... words) {
        var line = LAUNCHER + " " + String.join(" ", words);
        return verb("terminal", List.of("script", "--quiet", "--return", "--command", line, "/dev/null"), words)
                .replace("\r", "");
    }

    /** A verb of {@code bin/whatnow} whose answer another program reads. */
    JsonNode terminalJson(String... words) {
        var command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(words));
        return json.readTree(verb("piped", command, words));
    }

    /** As a process that knows no more than where the server and its data are. */
    private String verb(String kind, List<String> command, String... words) {
        var environment = Map.of(
                "WHATNOW_URL",
                address(),
                "WHATNOW_DATA",
                data().toString(),
                "JAVA_HOME",
                System.getProperty("java.home"));
        var name = kind + "-" + String.join("-", words).replaceAll("\\W+", "-");
        return Child.start(folder, name, environment, command).said();
    }

    @Override
    public void close() {
        process.close();
    }

    private String get(String path, String type) {
        var answer = new Caller(address(), token("cli")).get(path, type);
        if (answer.statusCode() != 200) {
            throw new AssertionError("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private Child launch() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var all = new HashMap<>(environment);
        all.put("WHATNOW_DATA", data().toString());
        all.put("SERVER_PORT", Integer.toString(port));
        return Child.start(
                folder,
                "whatnow",
                all,
                List.of(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString()));
    }

    private void awaitHealth() {
        Eventually.within(START, () -> {
            if (!process.isAlive()) {
                throw new Eventually.Never("It ended while starting: " + process.output());
            }
            return get("/health", "application/json");
        });
    }
}
