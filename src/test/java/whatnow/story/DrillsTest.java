package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A rehearsal gets the same decision, and nothing of it leaves the company. */
@DisplayName("G18: a drill with the facts of a lost region")
class DrillsTest {

    static final Map<String, String> REGION = Map.of("region", "us-east-1");

    Night night;
    String drill;

    @BeforeEach
    void aDrillBegins() {
        night = Night.under("freight");
        drill = night.drill("freight");
        night.factOf(
                drill, "region_status", REGION, Map.of("state", "FALSE", "vantage", "outside"), "PROBE", "probe-eu");
        night.factOf(drill, "region_status", REGION, Map.of("state", "FALSE"), "ALERT", "cloudwatch");
    }

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    void declared() {
        night.person("declaration", Map.of("state", "TRUE", "severity", "SEV1"));
    }

    void theRealRegionIsLostToo() {
        night.regionIsLost("us-east-1");
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "freight-api", "region", "us-east-1");
    }

    static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Test
    void theDecisionIsThatOfTheRealThing() {
        var told = night.told();

        assertThat(told.card().path("mode").asString()).isEqualTo("DRILL");
        assertThat(told.severity()).isEqualTo("SEV1");
        assertThat(told.strategy()).isEqualTo("regional_failover");
        assertThat(told.tier()).isEqualTo("CRITICAL");
    }

    @Test
    void onlyTheTeamIsToldAndInAMessageThatBeginsWithDrill() {
        declared();

        var tellings = all(night.card().path("tellings"));
        assertThat(tellings).isNotEmpty().allSatisfy(it -> {
            assertThat(it.path("outside").asBoolean()).isFalse();
            assertThat(it.path("opening").asString()).isEqualTo("DRILL");
        });
        assertThat(night.told().everything()).doesNotContain("status_page", "AWS Support", "tell users");
    }

    @Test
    void theRealThingWouldHaveToldUsersAndCalledVendors() {
        theRealRegionIsLostToo();
        declared();

        var told = night.told();
        assertThat(told.card().path("mode").asString()).isEqualTo("REAL");
        assertThat(told.everything()).contains("status_page", "AWS Support", "tell users");
    }

    @Test
    void everyLineInATerminalAndEveryPartOnThePageSaysDrill() {
        assertThat(night.shows("/api/v1/now", "text/plain").lines())
                .isNotEmpty()
                .allMatch(it -> it.startsWith("DRILL "));

        var page = night.shows("/", "text/html");
        var parts = page.split("<h3", -1);
        assertThat(parts).hasSizeGreaterThan(5);
        assertThat(List.of(parts).subList(1, parts.length))
                .allMatch(it -> it.substring(0, it.indexOf("</h3>")).contains(">DRILL<"));
        assertThat(page).contains("<title>DRILL ");
    }

    @Test
    void noCommandNamesProduction() {
        var steps = all(night.card().path("doNow").path("steps"));

        assertThat(steps).anyMatch(it -> !it.path("missing").isEmpty());
        assertThat(steps).allSatisfy(it -> {
            assertThat(it.path("command").asString("")).doesNotContain("freight", "us-east-1", "us-west-2");
            assertThat(it.path("copyable").asBoolean() && !it.path("missing").isEmpty())
                    .isFalse();
        });
        assertThat(night.shows("/api/v1/now", "text/plain")).contains("production is left out");
    }

    @Test
    void aRealMajorIncidentStopsTheDrillAndStandsBeforeIt() {
        theRealRegionIsLostToo();

        var cards = all(night.cards());
        assertThat(cards).hasSize(2);
        assertThat(cards.getFirst().path("mode").asString()).isEqualTo("REAL");
        assertThat(cards.getLast().path("notices").get(0).asString())
                .startsWith("STOP THE DRILL")
                .contains(cards.getFirst().path("incident").asString(), "SEV1");
    }

    @Test
    void aSmallRealIncidentDoesNotStopIt() {
        night.alert("EcsTaskUnhealthy", "symptom", "INSTANCE_DOWN", "service", "freight-api", "region", "us-west-2");

        var cards = all(night.cards());
        assertThat(cards.getFirst().path("head").path("severity").asString()).isEqualTo("SEV4");
        assertThat(cards.getLast().path("notices").toString())
                .contains("This is a drill")
                .doesNotContain("STOP");
    }
}
