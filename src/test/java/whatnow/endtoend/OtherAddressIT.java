package whatnow.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A real Alertmanager that thinks it speaks to PagerDuty and to Opsgenie: nothing but the address was changed. */
class OtherAddressIT {

    private static final Path FOLDER = Path.of("target/end-to-end/other-address");
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private static final String RECEIVERS = """
            receivers:
              - name: whatnow
                pagerduty_configs: [{routing_key: "%1$s", url: "%2$s/v2/enqueue", send_resolved: true}]
                opsgenie_configs: [{api_key: "%1$s", api_url: "%2$s/", send_resolved: true}]
            """;

    private static final String SAMPLE = """
            {"name": "DiskFull", "service": "freight-db", "region": "us-east-1", "labels": {"symptom": "SATURATED"}}""";

    @Test
    @DisplayName("alerts meant for PagerDuty and Opsgenie become one card, and a sample can be tried out before")
    void alertsMeantForOthersBecomeOneCard() throws IOException {
        Required.programs(Monitoring.PROMETHEUS, Monitoring.ALERTMANAGER);
        try (var product = Product.start(FOLDER)) {
            assertThat(product.post("/api/v1/plans/freight/activation", product.token("admin"), "{\"active\": true}"))
                    .isEqualTo(200);
            aSampleIsTriedOut(product);
            var receivers = RECEIVERS.formatted(product.token("intake"), product.address());
            try (var monitoring = Monitoring.start(product.folder().resolve("monitoring"), receivers)) {
                monitoring.takeTheTargetDown();

                Eventually.within(NOTICED, () -> {
                    var now = product.json("/api/v1/now");
                    assertThat(now.path("cards").size())
                            .as(() -> now + monitoring.said())
                            .isEqualTo(1);
                    var head = now.path("cards").path(0).path("head");
                    assertThat(head.path("services").toString()).isEqualTo("[\"freight-api\"]");
                    assertThat(head.path("severity").asString()).isEqualTo("SEV2");
                    assertThat(now.toString()).contains("pagerduty-events", "opsgenie-alerts");
                    return now;
                });
            }
        }
    }

    private static void aSampleIsTriedOut(Product product) throws IOException {
        var sample = Files.writeString(product.folder().resolve("sample.json"), SAMPLE);

        var said = product.terminal("intake", "try", sample.toString(), "--sender", "generic");

        assertThat(said)
                .contains(
                        "read",
                        "by the door for generic",
                        "DiskFull, firing: SATURATED of freight-db in us-east-1",
                        "1 read");
        assertThat(product.json("/api/v1/now").path("cards").size()).isZero();
    }
}
