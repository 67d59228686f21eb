package whatnow.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/**
 * Lets the first people and machines in: tokens in files that only the owner of the data directory may read, and a login
 * link on the console. There is no default password (S-9).
 */
class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String US = "first start";
    private static final int SHORTEST_TOKEN = 32;

    private static final String WELCOME = """

            Whatnow listens on http://127.0.0.1:%1$d

            Sign in (works once, until %2$s):
                http://127.0.0.1:%1$d/sign-in/link?code=%3$s
            """;

    private static final String ALERTMANAGER = """

            To let Alertmanager report here, add to alertmanager.yml:
                receivers:
                  - name: whatnow
                    webhook_configs:
                      - url: http://127.0.0.1:%d/api/v1/ingest/alertmanager
                        send_resolved: true
                        http_config:
                          authorization:
                            type: Bearer
                            credentials_file: %s
            """;

    private final Keyring keyring;
    private final Path folder;
    private final String bootstrap;

    FirstStart(Keyring keyring, Path folder, String bootstrap) {
        this.keyring = keyring;
        this.folder = folder;
        this.bootstrap = bootstrap;
        if (!bootstrap.isEmpty() && !(bootstrap.startsWith(Token.PREFIX) && bootstrap.length() >= SHORTEST_TOKEN)) {
            throw new IllegalArgumentException(
                    "WHATNOW_BOOTSTRAP_TOKEN has %d characters; it must start with %s and have at least %d. Try: echo wn_$(openssl rand -hex 32)"
                            .formatted(bootstrap.length(), Token.PREFIX, SHORTEST_TOKEN));
        }
    }

    /** Only now is the port known, and only now does a link work. */
    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() != null) {
            return;
        }
        welcomeIfPossible(event.getWebServer().getPort());
    }

    /** Who has a token already still gets in, so the start goes on. */
    void welcomeIfPossible(int port) {
        try {
            welcome(port);
        } catch (DataAccessException away) {
            LOG.warn("No tokens could be made now, because the database does not answer: {}", away.toString());
        } catch (RuntimeException failure) {
            LOG.error("No tokens could be made now: {}", failure.getMessage(), failure);
        }
    }

    void welcome(int port) {
        if (!bootstrap.isEmpty() && keyring.find(bootstrap).isEmpty()) {
            keyring.keep(bootstrap, "bootstrap", Role.ADMIN, US);
        }
        tokenFile("cli", Role.RESPONDER);
        tokenFile("admin", Role.ADMIN);
        var intakeIsNew = tokenFile("intake", Role.INTAKE);
        if (!keyring.anybodySignedIn()) {
            var link = keyring.invite(Role.ADMIN, US);
            say(WELCOME.formatted(port, link.expiresAt(), link.secret()));
        }
        if (intakeIsNew) {
            say(ALERTMANAGER.formatted(port, file("intake").toAbsolutePath().normalize()));
        }
    }

    /** To the console and never to the log: logs are kept and read by others. */
    @SuppressWarnings("SystemOut")
    private static void say(String words) {
        System.out.println(words);
    }

    private boolean tokenFile(String name, Role role) {
        try {
            var file = file(name);
            if (Files.exists(file)
                    && keyring.find(Files.readString(file).strip()).isPresent()) {
                return false;
            }
            var issued = keyring.issue(name, role, US);
            PrivateFile.write(file, (issued.secret() + "\n").getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The token file (%s) cannot be written. Check that the data directory belongs to you."
                            .formatted(file(name)),
                    unwritable);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".token");
    }
}
