package whatnow.knowledge.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/**
 * A server of one bare repository, with a certificate for {@code localhost} that it signed itself. The first part of
 * the path says how it behaves.
 */
final class GitOverHttps implements AutoCloseable {

    static final String PASSWORD = "changeit";
    static final String TOKEN = "s3cr3t-token";

    private static final String ALLOWED =
            "Basic " + Base64.getEncoder().encodeToString(("me:" + TOKEN).getBytes(StandardCharsets.UTF_8));

    private final Path folder;
    private final Repository repository;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param folder for keys, and with the bare repository {@code ops.git} */
    GitOverHttps(Path folder) throws Exception {
        this.folder = folder;
        keytool("-genkeypair -alias it -keyalg EC -dname CN=localhost -ext san=dns:localhost -validity 30", keys());
        keytool("-exportcert -alias it -file " + folder.resolve("it.crt"), keys());
        keytool("-importcert -noprompt -alias it -file " + folder.resolve("it.crt"), trusted());
        repository = Git.open(folder.resolve("ops.git").toFile()).getRepository();
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStore.getInstance(keys().toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    String address(String behaviour) {
        return "https://" + host() + "/" + behaviour + "/ops.git";
    }

    Path trusted() {
        return folder.resolve("trusted.p12");
    }

    /** Of somebody who was told to trust it. */
    SSLSocketFactory trusting() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStore.getInstance(trusted().toFile(), PASSWORD.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private Path keys() {
        return folder.resolve("keys.p12");
    }

    private static void keytool(String arguments, Path store) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (path.split("/")[1]) {
                case "smart" -> smart(exchange);
                case "dumb" -> dumb(exchange, path.substring("/dumb/".length()));
                case "private" -> locked(exchange);
                case "moved" -> {
                    exchange.getResponseHeaders().add("Location", address("smart") + "/info/refs");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "hangs-up", "stalls", "drips" -> half(exchange, path.split("/")[1]);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void locked(HttpExchange exchange) throws IOException {
        if (ALLOWED.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            smart(exchange);
        } else {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
        }
    }

    private void smart(HttpExchange exchange) throws IOException {
        var body = spoken(exchange);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** What a server of git says to this request. */
    private byte[] spoken(HttpExchange exchange) throws IOException {
        var out = new ByteArrayOutputStream();
        var pack = new UploadPack(repository);
        pack.setBiDirectionalPipe(false);
        var protocol = exchange.getRequestHeaders().getFirst("Git-Protocol");
        if (protocol != null) {
            pack.setExtraParameters(List.of(protocol));
        }
        if (exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-advertisement");
            var lines = new PacketLineOut(out);
            lines.writeString("# service=git-upload-pack\n");
            lines.end();
            pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        } else {
            exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-result");
            var isPacked = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var asked = isPacked ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
            pack.upload(asked, out, null);
        }
        return out.toByteArray();
    }

    /** Files only, as after {@code git update-server-info}. */
    private void dumb(HttpExchange exchange, String path) throws IOException {
        var file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        var body = Files.readAllBytes(file);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Speaks as it should until the pack of objects is half sent. */
    private void half(HttpExchange exchange, String how) throws IOException, InterruptedException {
        var body = spoken(exchange);
        var text = new String(body, StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(200, body.length);
        var upTo = text.contains("PACK") ? text.indexOf("PACK") + 40 : body.length;
        exchange.getResponseBody().write(body, 0, upTo);
        exchange.getResponseBody().flush();
        if (upTo == body.length) {
            return;
        }
        if (how.equals("stalls")) {
            TimeUnit.SECONDS.sleep(30);
        }
        for (var at = upTo; how.equals("drips") && at < body.length; at++) {
            exchange.getResponseBody().write(body, at, 1);
            exchange.getResponseBody().flush();
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        repository.close();
    }
}
