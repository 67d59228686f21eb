package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search that is made for an incident puts what is about that incident first. */
class SearchInAnIncidentTest {

    private final Night night = Night.under("freight");

    @BeforeEach
    void theDatabaseIsDown() {
        night.databaseIsDown();
    }

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    void whatIsAboutTheIncidentSaysSo() {
        var alone = night.get("/api/v1/kb/search?q=promote+the+standby");
        var within = night.get("/api/v1/kb/search?q=promote+the+standby&incident=" + night.incident());

        assertThat(alone.path("hits").toString()).doesNotContain("is meant for the severity");
        assertThat(within.path("hits").toString()).contains("is meant for the severity SEV2");
    }

    @Test
    void thePageKeepsTheIncidentForTheNextSearch() {
        var page = night.reads("/search?q=promote&incident=" + night.incident(), "text/html");

        assertThat(page)
                .contains("name=\"incident\" value=\"" + night.incident() + "\"")
                .contains("comes first");
    }

    @Test
    void theChatSearchesWithinTheIncidentThatIsNamed() {
        assertThat(night.says("search " + night.incident() + " promote the standby")
                        .toString())
                .contains("What is about " + night.incident() + " comes first.");
        assertThat(night.says("search promote the standby").toString()).doesNotContain("comes first");
        assertThat(night.says("search " + night.incident()).toString()).contains("Say what to search for.");
    }

    @Test
    void whereAnIncidentIsTalkedAboutItNeedNotBeNamed() {
        for (var line : List.of("search promote", "runbook promote the standby")) {
            var said = night.asks(
                    Night.TOKEN,
                    "POST",
                    "/api/v1/ask",
                    Map.of("line", line, "incident", night.incident()),
                    "application/json");

            assertThat(said.statusCode()).as(line).isEqualTo(200);
            assertThat(said.body()).as(line).contains("\"incident\":\"" + night.incident() + "\"");
        }
    }

    @Test
    void anIncidentThatIsNotThereIsSaid() {
        assertThat(night.asks(
                                Night.TOKEN,
                                "GET",
                                "/api/v1/kb/search?q=promote&incident=INC-1999-1",
                                "",
                                "application/json")
                        .statusCode())
                .isEqualTo(404);
        for (var path : List.of(
                "/api/v1/kb/search?q=a%00b&incident=%00", "/search?incident=INC%00", "/api/v1/now?incident=%00")) {
            assertThat(night.asks(Night.TOKEN, "GET", path, "", "application/json")
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(night.says("search INC-1999-1 promote").toString()).contains("There is no incident of this number");
    }

    @Test
    void whoMayNotSeeTheIncidentLearnsWhomToAsk() {
        var number = night.incident();
        var commander = night.comes("carla " + UUID.randomUUID(), "commander");
        var other = night.comes("vera " + UUID.randomUUID(), "viewer");
        night.asks(
                commander,
                "POST",
                "/api/v1/incidents/" + number + "/restrict",
                Map.of("reason", "a leak is suspected", "names", List.of("nora")),
                "application/json");

        var answer = night.asks(other, "GET", "/api/v1/kb/search?q=promote&incident=" + number, "", "application/json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ask carla").doesNotContain("hits");
        assertThat(night.says(other, "search " + number + " promote").toString())
                .contains("ask carla")
                .doesNotContain("comes first");
    }
}
