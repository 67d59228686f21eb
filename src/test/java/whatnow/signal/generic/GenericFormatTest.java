package whatnow.signal.generic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

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
