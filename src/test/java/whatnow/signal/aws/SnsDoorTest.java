package whatnow.signal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import whatnow.signal.Intake;
import whatnow.signal.sender.TestReception;

@DisplayName("S-25: what SNS did not sign is not heard")
class SnsDoorTest {

    private static final String CERTIFICATE = "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-1.pem";

    @TempDir
    static Path folder;

    private static Keys keys;

    private final Intake intake = new Intake();
    private final List<URI> asked = new ArrayList<>();
    private final SnsDoor door = door(address -> {
        asked.add(address);
        return keys.certificate();
    });

    /** Made with the JDK's own tool, as nobody outside Amazon has theirs. */
    private record Keys(PrivateKey amazon, PrivateKey stranger, byte[] certificate) {}

    @BeforeAll
    static void keys() throws Exception {
        keys = new Keys(key("sns"), key("stranger"), certificateOf("sns"));
    }

    @AfterEach
    void close() throws Exception {
        intake.close();
    }

    private SnsDoor door(AmazonAddresses addresses) {
        return new SnsDoor(
                TestReception.of(intake), new AwsFormat(), new SnsCertificates(addresses), addresses, intake.clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void anAlarmThatSnsSignedIsHeardOnce(String version) throws Exception {
        var alarm = signed(alarm(), version, keys.amazon());

        assertThat(post(alarm)).hasStatus(HttpStatus.ACCEPTED);
        assertThat(post(alarm)).hasStatusOk();
        assertThat(kept()).isOne();
        assertThat(asked).containsExactly(URI.create(CERTIFICATE));
    }

    @Test
    void whatSomebodyElseSignedOrChangedIsRefused() throws Exception {
        var changed = signed(alarm(), "2", keys.amazon());
        changed.computeIfPresent("Message", (_, message) -> message.replace("\"ALARM\"", "\"OK\""));

        assertThat(post(signed(alarm(), "2", keys.stranger()))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(changed)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.us-east-1.amazonaws.com/a.pem",
                "https://sns.us-east-1.amazonaws.com.evil.example/a.pem",
                "https://evil.example/sns.us-east-1.amazonaws.com/a.pem",
                "https://sns.us-east-1.amazonaws.com@evil.example/a.pem",
                "https://sns.us-east-1.amazonaws.com:8443/a.pem",
                "https://s3.amazonaws.com/a.pem",
                "https://169.254.169.254/a.pem",
                "https://sns.us-east-1.amazonaws.com/a.txt",
                "file:///etc/passwd",
                "mailto:a.pem"
            })
    void aCertificateIsLookedForAtAmazonOnly(String address) throws Exception {
        var alarm = alarm();
        alarm.put("SigningCertURL", address);

        assertThat(post(signed(alarm, "2", keys.amazon())).getResponse().getStatus())
                .isIn(400, 403);
        assertThat(asked).isEmpty();
    }

    @Test
    void aSubscriptionIsConfirmedAtAmazonOnly() throws Exception {
        var there = "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336";
        var elsewhere = "https://evil.example/?Token=2336";

        assertThat(post(signed(subscription(there), "1", keys.amazon()))).hasStatusOk();
        assertThat(post(signed(subscription(elsewhere), "1", keys.amazon()))).hasStatus(HttpStatus.FORBIDDEN);

        assertThat(asked).contains(URI.create(there)).doesNotContain(URI.create(elsewhere));
    }

    @Test
    void withoutItsCertificateItIsToComeAgain() throws Exception {
        var door = door(_ -> {
            throw new IOException("no route");
        });

        assertThat(post(door, signed(alarm(), "2", keys.amazon()))).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private long kept() {
        return intake.jdbc.queryForList("select id from signal").size();
    }

    private static Map<String, String> alarm() {
        var alarm = message("Notification");
        alarm.put("Subject", "ALARM");
        alarm.put("Message", """
                {"AlarmName": "DbCpu", "NewStateValue": "ALARM", "StateChangeTime": "2026-03-01T11:59:00.093+0000",
                 "AlarmArn": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:DbCpu"}""");
        return alarm;
    }

    private static Map<String, String> subscription(String address) {
        var subscription = message("SubscriptionConfirmation");
        subscription.put("Token", "2336");
        subscription.put("Message", "You have chosen to subscribe");
        subscription.put("SubscribeURL", address);
        return subscription;
    }

    private static Map<String, String> message(String type) {
        var message = new TreeMap<String, String>();
        message.put("Type", type);
        message.put("MessageId", "e288882d");
        message.put("TopicArn", "arn:aws:sns:us-east-1:123456789012:alarms");
        message.put("Timestamp", "2026-03-01T11:59:01.134Z");
        message.put("SigningCertURL", CERTIFICATE);
        return message;
    }

    /** As the developer guide says: the fields in the order of their names, each on a line behind its name. */
    private static Map<String, String> signed(Map<String, String> message, String version, PrivateKey key)
            throws Exception {
        var text = new StringBuilder();
        message.forEach((name, value) -> {
            if (!name.startsWith("Sign")) {
                text.append(name).append('\n').append(value).append('\n');
            }
        });
        var signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
        var signed = new TreeMap<>(message);
        signed.put("SignatureVersion", version);
        signed.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        return signed;
    }

    private MvcTestResult post(Map<String, String> message) {
        return post(door, message);
    }

    private MvcTestResult post(SnsDoor door, Map<String, String> message) {
        return intake.doors(door)
                .post()
                .uri("/api/v1/ingest/sns")
                .contentType("text/plain; charset=UTF-8")
                .content(JsonMapper.shared().writeValueAsBytes(message))
                .exchange();
    }

    private static PrivateKey key(String name) throws Exception {
        run(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=" + name,
                "-startdate",
                "2026/01/01 00:00:00",
                "-validity",
                "36500");
        var store = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), "changeit".toCharArray());
        return (PrivateKey) store.getKey(name, "changeit".toCharArray());
    }

    private static byte[] certificateOf(String name) throws Exception {
        var file = folder.resolve(name + ".pem");
        run("-exportcert", "-rfc", "-alias", name, "-file", file.toString());
        return Files.readAllBytes(file);
    }

    private static void run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore", folder.resolve("keys.p12").toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
