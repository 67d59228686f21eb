package whatnow.signal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class MappedFormatTest extends FormatContract {

    private static final String MAPPING = """
            title: Our own monitor
            alerts: $.problems[*]
            source: $.instance.name
            name: "@.check['display name']"
            key: "@.id"
            status:
              is: "@.state"
              firing: [ALARM, 2]
              resolved: [fine, 0]
              unknown: lost
            startedAt: "@.times[0]"
            endedAt: "@.times[-1]"
            service: {first: ["@.tags.service", "@.check.owner", $.instance.service]}
            region: "@.tags.region"
            severity: critical
            summary: {first: ["@.text", "{@.check['display name']} on {@.tags.service}"]}
            link: https://monitor.example/{@.id}
            labels:
              "*": ["@.tags", "@.more"]
              team: {constant: $5}
            annotations:
              note: "@.note"
            sample:
              instance: {name: eu-1}
              problems:
                - {id: 7, state: ALARM, check: {display name: ServiceDown test}, tags: {service: whatnow-test}}
            """;

    private static final String BODY = """
            {"instance": {"name": "eu-1", "service": "all"}, "problems": [{"id": "P-7", "state": "%s", "check": {"display name": "Disk"},
              "times": [1772365500, "2026-03-01T11:55:00Z"], "tags": {"service": "freight-db", "region": "us-east-1", "env": "prod"}}]}""";

    static MappedFormat mapped(String mapping) {
        return switch (MappingReader.read("our.yaml", "our", mapping, java.util.Set.of())) {
            case MappingReader.Taken taken -> taken.format();
            case MappingReader.Wrong wrong -> throw new AssertionError(wrong.problems());
        };
    }

    @Override
    protected Format format() {
        return mapped(MAPPING);
    }

    @Override
    protected String firing() {
        return BODY.formatted("alarm");
    }

    @Override
    protected String resolved() {
        return BODY.formatted("FINE");
    }

    @Override
    protected Optional<JsonNode> written(Words words) {
        var body = JsonNodeFactory.instance.objectNode();
        var problem = body.putArray("problems")
                .addObject()
                .put("id", words.key())
                .put("state", "2")
                .put("text", words.summary());
        problem.putObject("check").put("display name", words.name());
        problem.putArray("times").add(words.since().toString());
        problem.putObject("tags").put("service", words.service()).put("region", words.region());
        return Optional.of(body);
    }

    @Test
    void everyFieldIsFoundWhereTheMappingSays() {
        var signal = only(firing());

        assertThat(signal.source()).isEqualTo("our eu-1");
        assertThat(signal.startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00Z"));
        assertThat(signal.labels())
                .containsEntry("alertname", "Disk")
                .containsEntry("env", "prod")
                .containsEntry("team", "$5")
                .containsEntry("severity", "critical");
        assertThat(signal.annotations())
                .containsEntry("summary", "Disk on freight-db")
                .containsEntry("dashboard_url", "https://monitor.example/P-7");
        assertThat(only(resolved()).endsAt()).contains(Instant.parse("2026-03-01T11:55:00Z"));
    }

    @Test
    void theFirstPlaceThatHasSomethingCounts() {
        var body = firing().replace("\"service\": \"freight-db\", ", "");

        assertThat(only(body).label("service")).contains("all");
        assertThat(only(body.replace("\"display name\"", "\"owner\": \"dba\", \"display name\""))
                        .label("service"))
                .contains("dba");
    }

    @Test
    void aWordForNotKnowingIsNeitherFiringNorResolved() {
        assertThat(read(BODY.formatted("lost")).said().getFirst().lost()).isTrue();
    }

    @Test
    void aWordThatNoListHasIsUnreadWithThoseThatThereAre() {
        assertThat(read(BODY.formatted("purple")).unreadable())
                .singleElement()
                .satisfies(it -> assertThat(it.why()).contains("purple", "alarm", "fine", "lost"));
    }

    @Test
    void whatIsBrokenInOneCostsTheOthersNothing() {
        var two = firing().replace("}]}", "}, {\"state\": \"ALARM\"}]}");

        assertThat(read(two).said()).hasSize(1);
        assertThat(read(two).unreadable()).singleElement().returns(1, it -> it.position());
    }

    @Test
    void withoutAListTheBodyIsTheAlertAndTheUsualWordsCount() {
        var format = mapped("{name: $.a, status: $.b}");

        assertThat(format.isBatch()).isFalse();
        assertThat(format.read(message("{\"a\": \"x\", \"b\": \"OK\"}"))
                        .said()
                        .getFirst()
                        .signal()
                        .isFiring())
                .isFalse();
        assertThat(format.read(message("{\"a\": \"x\", \"b\": \"down\"}"))
                        .said()
                        .getFirst()
                        .signal()
                        .isFiring())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01 12:45:00",
        "1772365500",
        "1772365500000",
        "1772365500000000",
        "1.7723655E9",
        "2026-03-01T11:45:00Z",
        "2026-03-01T12:45:00+01:00"
    })
    void aTimeIsOneHoweverItIsWritten(String time) {
        var body = "{\"a\": \"x\", \"t\": \"%s\"}".formatted(time);

        assertThat(mapped("{name: $.a, startedAt: $.t, timezone: Europe/Berlin}")
                        .read(message(body))
                        .said()
                        .getFirst()
                        .signal()
                        .startsAt())
                .isEqualTo(Instant.parse("2026-03-01T11:45:00Z"));
    }

    private static whatnow.signal.sender.Message message(String body) {
        return new whatnow.signal.sender.Message(json(body), Optional.empty(), Instant.parse("2026-03-01T12:00:00Z"));
    }
}
