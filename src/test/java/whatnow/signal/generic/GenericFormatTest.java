package whatnow.signal.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.Delivery;
import whatnow.signal.Signal;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;
import whatnow.signal.sender.Message;

class GenericFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new GenericFormat();
    }

    @Override
    protected String firing() {
        return """
                {"name": "PoolExhausted", "service": "freight-db", "region": "us-east-1", "severity": "critical", "status": "triggered",
                 "summary": "Database connection pool exhausted", "dedup_key": "db-pool-primary", "source": "custom-monitor", "value": 100}""";
    }

    @Override
    protected Optional<JsonNode> written(Words words) {
        return Optional.of(JsonNodeFactory.instance
                .objectNode()
                .put("name", words.name())
                .put("service", words.service())
                .put("region", words.region())
                .put("summary", words.summary())
                .put("dedup", words.key())
                .put("startsAt", words.since().toString()));
    }

    @Override
    protected String resolved() {
        return """
                {"name": "PoolExhausted", "service": "freight-db", "region": "us-east-1", "severity": "critical", "status": "resolved",
                 "summary": "Database connection pool exhausted", "dedup_key": "db-pool-primary", "source": "custom-monitor", "value": 100}""";
    }

    @Test
    void aListIsReadOneByOne() {
        var two = "[" + firing() + ", {\"status\": \"firing\"}, " + resolved() + "]";

        assertThat(read(two).said()).extracting(it -> it.signal().isFiring()).containsExactly(true, false);
        assertThat(read(two).unreadable()).singleElement().returns(1, it -> it.position());
    }

    @Test
    void oneAlertOutOfAnAlertmanagersListIsUnderstood() {
        var one = only("""
                {"status": "active", "labels": {"alertname": "DiskFull", "service": "freight-db"},
                 "annotations": {"summary": "97 % used", "description": "of /data"}, "endsAt": "0001-01-01T00:00:00Z"}""");

        assertThat(one.labels()).containsEntry("alertname", "DiskFull").containsEntry("service", "freight-db");
        assertThat(one.annotations()).containsEntry("summary", "97 % used").containsEntry("description", "of /data");
        assertThat(one.isFiring()).isTrue();
    }

    private Delivery parsed(String body) {
        var format = new GenericFormat();
        var at = Instant.parse("2026-03-01T12:00:00Z");
        return format.read(new Message(format.parsed(body.getBytes(StandardCharsets.UTF_8)), Optional.empty(), at));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOTIFICATIONTYPE=%1$s\nHOSTNAME=db-1\nSERVICEDESC=DISK\nSERVICESTATE=%2$s\nSERVICEOUTPUT=DISK: 97% used & growing\nservice=freight-db\n",
                "NOTIFICATIONTYPE=%1$s&HOSTNAME=db-1&SERVICEDESC=DISK&SERVICESTATE=%2$s&SERVICEOUTPUT=DISK:+97%25+used+%26+growing&service=freight-db",
                "{\"NAGIOS_NOTIFICATIONTYPE\": \"%1$s\", \"NAGIOS_HOSTNAME\": \"db-1\", \"NAGIOS_SERVICEDESC\": \"DISK\", \"NAGIOS_SERVICESTATE\": \"%2$s\", \"NAGIOS_SERVICEOUTPUT\": \"DISK: 97% used & growing\", \"service\": \"freight-db\"}"
            })
    void whatNagiosItselfSaysIsUnderstoodHoweverItIsWritten(String notification) {
        var problem = parsed(notification.replace("%1$s", "PROBLEM").replace("%2$s", "CRITICAL"));
        var recovery = parsed(notification.replace("%1$s", "RECOVERY").replace("%2$s", "OK"));

        var fired = problem.said().getFirst().signal();
        assertThat(fired.isFiring()).isTrue();
        assertThat(fired.labels())
                .containsEntry("alertname", "DISK")
                .containsEntry("host", "db-1")
                .containsEntry("service", "freight-db");
        assertThat(fired.annotations()).containsEntry("summary", "DISK: 97% used & growing");
        assertThat(recovery.said().getFirst().signal())
                .returns(false, Signal::isFiring)
                .returns(fired.fingerprint(), Signal::fingerprint);
    }

    @Test
    void aHostThatIsDownIsAnAlertOfItsOwn() {
        var down = parsed("NOTIFICATIONTYPE=PROBLEM\nHOSTNAME=db-1\nHOSTSTATE=DOWN\nHOSTOUTPUT=no ping\n");

        assertThat(down.said().getFirst().signal().labels()).containsEntry("alertname", "Host down");
        assertThat(parsed("NOTIFICATIONTYPE=PROBLEM&HOSTNAME=db-1&HOSTSTATE=UNREACHABLE")
                        .unreadable())
                .isEmpty();
    }

    @Test
    void aScriptNeedsNoJson() {
        assertThat(parsed("name=DiskFull&service=freight-db&status=ok")
                        .said()
                        .getFirst()
                        .signal()
                        .isFiring())
                .isFalse();
        assertThatThrownBy(() -> parsed("name=97%-used")).hasMessageContaining("--data-urlencode");
        assertThatThrownBy(() -> parsed("a=b&".repeat(300))).hasMessageContaining("at most 256");
    }

    @Test
    void whatANotificationCommandOfNagiosSaysIsUnderstood() {
        var nagios = """
                {"name": "DISK", "host": "db-1", "service": "freight-db", "state": "%s", "summary": "DISK CRITICAL - 97%% used"}""";

        assertThat(only(nagios.formatted("CRITICAL")).endsAt()).isEmpty();
        assertThat(only(nagios.formatted("OK")).endsAt()).isPresent();
        assertThat(only(nagios.formatted("OK")).fingerprint())
                .isEqualTo(only(nagios.formatted("CRITICAL")).fingerprint());
        assertThat(read(nagios.formatted("UNKNOWN")).said().getFirst().lost()).isTrue();
        assertThat(read(nagios.formatted("PURPLE")).unreadable().getFirst().why())
                .contains("purple", "firing, resolved or unknown");
    }
}
