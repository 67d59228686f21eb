package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything at once, and everything fine at once. */
class ManyAtOnceTest {

    private static final String DOOR = "/api/v1/ingest/alertmanager";
    private static final String NO_END = "0001-01-01T00:00:00Z";
    private static final int SYMPTOMS = 200;

    /** A card that a person reads to its end in a minute; both cards stand in one text. */
    private static final int CARD_LINES = 120;

    private static final int CHAT_LINES = 15;
    private static final int PAGE_BYTES = 200_000;

    private final Night night = Night.under("freight");

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    @DisplayName(
            "(L-3) 200 symptoms in one zone at once: one card a plan, the worst first, the rest counted, decided once")
    void twoHundredSymptomsAtOnceMakeACardThatCanBeRead() {
        tells("firing", twoHundred());

        var cards = night.cards();
        assertThat(night.rows("symptom")).isEqualTo(SYMPTOMS);
        assertThat(cards.size()).isEqualTo(2);
        assertThat(night.rows("decision")).isEqualTo(2);
        assertThat(cards.get(0).path("head").path("services").path(0).asString())
                .isEqualTo("freight-db");
        assertThat(cards.get(0).path("head").path("severity").asString()).isEqualTo("SEV2");
        assertThat(cards.get(1).path("head").path("services").size()).isEqualTo(SYMPTOMS - 2);
    }

    @Test
    @DisplayName("(L-3) 200 symptoms at once: text, chat and page stay within their limits, and say how many there are")
    void whatIsShownOfTwoHundredSymptomsStaysWithinItsLimits() {
        tells("firing", twoHundred());

        var text = night.shows("/api/v1/now", "text/plain");
        var page = night.shows("/", "text/html");
        var chat = rows(night.says("now"));
        assertThat(text.lines()).hasSizeLessThanOrEqualTo(2 * CARD_LINES);
        assertThat(text).contains("and 188 more");
        assertThat(page).contains("and 188 more").hasSizeLessThanOrEqualTo(PAGE_BYTES);
        assertThat(page.substring(0, page.indexOf("</title>"))).hasSizeLessThan(2_000);
        assertThat(chat).hasSizeLessThanOrEqualTo(CHAT_LINES).allMatch(it -> it.length() < 500);
        assertThat(night.announced())
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(it -> it.shown().length() < 3_000);
    }

    @Test
    @DisplayName("(L-3) what the storm repeats within moments makes nobody decide again")
    void whatTheStormRepeatsIsNotDecidedAgain() {
        tells("firing", twoHundred());
        night.cards();
        var decided = night.rows("decision");

        IntStream.range(0, 5).forEach(_ -> {
            night.passes(Duration.ofMillis(50));
            tells("firing", twoHundred());
        });

        night.cards();
        assertThat(night.rows("decision")).isEqualTo(decided);
        assertThat(night.rows("signal")).isEqualTo(SYMPTOMS);
    }

    @Test
    @DisplayName(
            "(C-9) all is resolved at once while the sender's watchdog is silent: unknown, still open, and the card says so")
    void allResolvedWithoutAWatchdogIsUnknown() {
        watchdogBarks(4);
        tells("firing", outage(NO_END));
        assertThat(night.card().path("head").path("severity").asString()).isEqualTo("SEV2");
        night.passes(Duration.ofMinutes(4));

        tells("resolved", outage(night.now().toString()));

        assertThat(states()).containsOnly("UNKNOWN");
        night.looksForSilence().passes(Duration.ofHours(2)).looksForSilence();
        var card = night.card();
        assertThat(card.path("head").path("status").asString()).isNotEqualToIgnoringCase("resolved");
        assertThat(card.path("head").path("severity").asString()).isEqualTo("UNKNOWN");
        assertThat(card.path("head").path("lastKnown").asString()).isEqualTo("SEV2");
        assertThat(night.shows("/api/v1/now", "text/plain"))
                .contains("Last known severity: SEV2. No rule can tell it now");
        assertThat(night.shows("/", "text/html")).contains("silent").doesNotContain("Nothing is open");
        assertThat(states()).containsOnly("UNKNOWN");
    }

    @Test
    @DisplayName("(C-9) all is resolved at once while the sender's watchdog barks: it has ended")
    void allResolvedWithAWatchdogHasEnded() {
        watchdogBarks(4);
        tells("firing", outage(NO_END));
        night.card();
        watchdogBarks(4);

        tells("resolved", outage(night.now().toString()));

        assertThat(states()).containsOnly("FALSE");
    }

    private List<String> states() {
        return night.texts("select distinct state from symptom");
    }

    private static List<String> rows(JsonNode answer) {
        return StreamSupport.stream(answer.path("rows").spliterator(), false)
                .map(it -> it.path("text").asString())
                .toList();
    }

    private List<Map<String, Object>> twoHundred() {
        var alerts = new ArrayList<Map<String, Object>>();
        IntStream.range(0, SYMPTOMS - 2).forEach(it -> alerts.add(alert("Slow" + it, "shop-" + it, "SLOW", NO_END)));
        alerts.add(alert("RdsPrimaryDown", "freight-db", "UNAVAILABLE", NO_END));
        alerts.add(alert("TmsErrors", "tms-api", "ERRORS", NO_END));
        return alerts;
    }

    private List<Map<String, Object>> outage(String end) {
        return Stream.of("freight-db UNAVAILABLE", "tms-api ERRORS", "freight-api SLOW")
                .map(it -> it.split(" "))
                .map(it -> alert("Alert-" + it[0], it[0], it[1], end))
                .toList();
    }

    private void watchdogBarks(int minutes) {
        IntStream.range(0, minutes).forEach(_ -> {
            tells("firing", List.of(alert("Watchdog", "monitoring", "OTHER", NO_END)));
            night.passes(Duration.ofMinutes(1));
        });
    }

    private void tells(String status, List<Map<String, Object>> alerts) {
        var body = Map.of(
                "version",
                "4",
                "status",
                status,
                "receiver",
                "whatnow",
                "externalURL",
                "http://am:9093",
                "alerts",
                alerts);
        var answer = night.post(DOOR, body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        night.folds();
    }

    private static Map<String, Object> alert(String name, String service, String kind, String end) {
        var alert = new LinkedHashMap<String, Object>();
        alert.put("status", end.equals(NO_END) ? "firing" : "resolved");
        alert.put(
                "labels",
                Map.of(
                        "alertname",
                        name,
                        "service",
                        service,
                        "symptom",
                        kind,
                        "region",
                        "us-east-1",
                        "zone",
                        "us-east-1a"));
        alert.put("annotations", Map.of("summary", service + " is " + kind));
        alert.put("startsAt", "2026-03-01T11:59:00Z");
        alert.put("endsAt", end);
        alert.put("fingerprint", "f-" + name);
        return alert;
    }
}
