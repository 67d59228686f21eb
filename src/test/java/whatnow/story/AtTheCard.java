package whatnow.story;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** Nights on which somebody reads the card and presses its buttons. */
abstract class AtTheCard {

    Night night;

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    Night under(String... plans) {
        night = Night.under(plans);
        return night;
    }

    void databaseIsDown() {
        under("freight").databaseIsDown();
        assertThat(asked()).contains("is_the_standby_ready");
    }

    /** One source, and nobody outside. */
    void regionIsLost() {
        under("homeostasis")
                .fact("region_status", Map.of("region", "us-east-1"), Map.of("state", "FALSE"), "PROBE", "probe-a");
    }

    void corruptionIsSaidByAMachine() {
        under("tracktion")
                .fact("corruption", Map.of("service", "database"), Map.of("state", "TRUE"), "PROBE", "checksums");
    }

    void ransomwareIsSaidByAMachine() {
        var value = Map.of("state", "TRUE", "kind", "ransomware");
        under("tracktion").fact("intrusion", Map.of("service", "database"), value, "PROBE", "edr");
    }

    void reportsAreNotMade() {
        under("homeostasis").alert("Down", "symptom", "UNAVAILABLE", "service", "reporting", "region", "us-east-1");
    }

    void regionIsLostAndTheReplicaIsBehind(int minutes) {
        under("freight")
                .regionIsLost("us-east-1")
                .lastCommitReplayed("us-west-2", minutes)
                .archiveReaches("us-west-2", 8);
    }

    void answer(String question, String... fields) {
        press(key(question), fields);
    }

    void press(String key, String... fields) {
        var answered = pressed(key, fields);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(302);
    }

    /** The words with which an answer is refused. */
    String refused(String key, String... fields) {
        var answered = pressed(key, fields);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(422);
        return answered.body();
    }

    private HttpResponse<String> pressed(String key, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("key", key));
        return night.acts("answer", all.toArray(String[]::new));
    }

    /** A question with what it is about, as the card asks it. */
    String key(String question) {
        return keys().stream()
                .filter(it -> it.equals(question) || it.startsWith(question + "@"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is not asked, but %s".formatted(question, keys())));
    }

    private List<String> keys() {
        return all(night.card().path("unknowns"), "key");
    }

    List<String> asked() {
        return keys().stream().map(it -> it.replaceFirst("@.*", "")).toList();
    }

    String gates() {
        return night.card().path("doNow").path("gates").toString();
    }

    String vetoes() {
        return night.card().path("why").path("vetoes").toString();
    }

    String notices() {
        return night.card().path("notices").toString();
    }

    /** The time of day that a person would type. */
    String clock(int minutesAgo) {
        return night.now().minus(ofMinutes(minutesAgo)).toString().substring(11, 19);
    }

    static List<String> all(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(it -> it.path(field).asString())
                .toList();
    }
}
