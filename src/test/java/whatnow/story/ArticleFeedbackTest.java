package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people say of articles: kept, counted, shown, and without weight in what is decided. */
class ArticleFeedbackTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JUST_JSON = "application/json";

    Night night = Night.under("freight");

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    void whatSomebodySaysStandsOnTheCardAndBesideTheArticle() {
        night.databaseIsDown();
        var card = night.card();
        var article = card.path("doNow").path("article").asString();

        says(card, article, "helped", "");

        var opinion = night.card().path("opinions").get(0);
        assertThat(opinion.path("article").asString()).isEqualTo(article);
        assertThat(opinion.path("verdict").asString()).isEqualTo("helped");
        assertThat(page("/kb/" + article.replaceFirst("#.*$", "")))
                .contains("<strong>1</strong> helped", card.path("decision").asString());
    }

    @Test
    @DisplayName("the same inputs give the same decision, whatever people say of articles")
    void nothingThatIsDecidedDependsOnIt() {
        night.databaseIsDown();
        var before = night.decision();
        var article = night.card().path("doNow").path("article").asString();

        says(night.card(), article, "wrong", "step 3 names another instance");
        night.says("why");

        var after = night.decision();
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("sha256")).isEqualTo(before.path("sha256"));
        night.alert("Slow", "symptom", "SLOW", "service", "freight-api", "region", "us-east-1");
        var later = night.decision();
        assertThat(later.path("id")).isNotEqualTo(before.path("id"));
        assertThat(later.path("inputs").path("facts").toString()).doesNotContain("article_feedback");
    }

    @Test
    void whatIsMissingOpensOneDraftHoweverOftenItIsPressed() {
        night.databaseIsDown();
        var card = night.card();

        var first = says(card, "", "missing", "how to warm the cache");
        var again = says(card, "", "missing", "how to warm the cache");

        assertThat(again.path("draft").path("number"))
                .isEqualTo(first.path("draft").path("number"));
        var number = first.path("draft").path("number").asString();
        assertThat(page("/incidents/" + card.path("incident").asString()))
                .contains("/drafts/" + number, "a draft was opened");
        assertThat(page("/drafts")).contains("How to warm the cache");
        assertThat(page("/drafts/" + number)).contains("id: how-to-warm-the-cache", "freight-db");
        assertThat(page("/drafts/" + number + "/markdown")).startsWith("---\nid: how-to-warm-the-cache\n");
    }

    @Test
    void theButtonsOfTheCardSayIt() {
        night.databaseIsDown();
        var card = night.card();
        var article = card.path("doNow").path("article").asString();

        assertThat(page("/")).contains("value=\"helped " + article + "\"", "value=\"missing " + article + "\"");
    }

    @Test
    void aChatSaysItInOneWord() {
        night.databaseIsDown();
        var article = night.card().path("doNow").path("article").asString();

        var reply = night.says("helped");
        var draft = night.says("missing runbook how to warm the cache");

        assertThat(reply.path("outcome").asString()).isEqualTo("DONE");
        assertThat(reply.toString()).contains(article + " helped");
        assertThat(draft.toString()).contains("A draft was opened: /drafts/");
    }

    @Test
    void aSentenceThatBeginsLikeItIsStillAReport() {
        night.databaseIsDown();

        var wrong = night.says("wrong prices in freight-api");
        var missing = night.says("missing rows in freight-db");

        assertThat(wrong.toString()).contains("I read: data of freight-api is corrupt");
        assertThat(missing.toString()).contains("I read: saved data of freight-db is gone");
        assertThat(night.rows("article_draft")).isZero();
        assertThat(night.card().path("opinions").size()).isZero();
    }

    @Test
    @DisplayName("a button of a chat that is older than the incident shows what is so now instead (S-5)")
    void anOldButtonDoesNothing() {
        night.databaseIsDown();
        night.card();
        var shown = night.says("runbook");
        night.says("ack");

        var line = shown.path("buttons").get(0).path("line").asString();
        var pressed = night.presses(Night.TOKEN, line, shown.path("version").asString());

        assertThat(line).startsWith("helped INC-");

        assertThat(pressed.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(night.card().path("opinions").size()).isZero();
    }

    @Test
    void whatIsNoArticleOrNoVerdictIsRefusedInWords() {
        night.databaseIsDown();
        var number = night.card().path("incident").asString();

        var nowhere = feedback(Night.TOKEN, number, Map.of("article", "no-such-article", "verdict", "helped"));
        var odd = feedback(Night.TOKEN, number, Map.of("article", "fail-back", "verdict", "great"));

        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("There is no article (no-such-article)");
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(odd.body()).contains("helped, wrong, missing");
    }

    @Test
    @DisplayName("drafts, judgements and uses of a restricted incident are for named people only (S-10)")
    void nothingLeaksOfARestrictedIncident() {
        night.fact(
                "intrusion",
                Map.of("service", "freight-db"),
                Map.of("state", "TRUE", "kind", "ransomware"),
                "PERSON",
                "bootstrap");
        var card = night.card();
        var article = card.path("doNow").path("article").asString();
        says(card, article, "helped", "");
        var draft = says(card, "", "missing", "how to rotate the keys of the vault")
                .path("draft")
                .path("number")
                .asString();
        var viewer = night.comes("vera " + UUID.randomUUID(), "viewer");
        var commander = night.comes("carla " + UUID.randomUUID(), "commander");
        var slug = article.replaceFirst("#.*$", "");

        assertThat(page(viewer, "/drafts")).doesNotContain("vault");
        assertThat(status(viewer, "/drafts/" + draft)).isEqualTo(403);
        assertThat(status(viewer, "/drafts/" + draft + "/markdown")).isEqualTo(403);
        assertThat(page(viewer, "/kb/" + slug))
                .doesNotContain(card.path("incident").asString(), "<strong>1</strong> helped");
        assertThat(page(viewer, "/api/v1/kb/use")).doesNotContain(slug);
        assertThat(page(commander, "/drafts")).contains("vault");
        assertThat(page(commander, "/kb/" + slug))
                .contains(card.path("incident").asString(), "<strong>1</strong> helped");
        assertThat(page(commander, "/api/v1/kb/use")).contains(slug);
    }

    @Test
    void aDrillOfItsStepsIsWhenTheArticleWasLastDrilled() {
        var number = night.drill("freight");
        night.factOf(
                number,
                "symptom",
                Map.of("service", "freight-db", "region", "us-east-1"),
                Map.of("state", "TRUE", "kind", "UNAVAILABLE"),
                "PERSON",
                "bootstrap");
        var article = night.card().path("doNow").path("article").asString();

        var today = night.now().toString().substring(0, 10);
        assertThat(page("/kb/" + article.replaceFirst("#.*$", ""))).contains("<time datetime=\"" + today + "\">");
    }

    private JsonNode says(JsonNode card, String article, String verdict, String note) {
        var answer = feedback(
                Night.TOKEN,
                card.path("incident").asString(),
                Map.of("article", article, "verdict", verdict, "note", note));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private java.net.http.HttpResponse<String> feedback(String token, String number, Map<String, ?> said) {
        return night.asks(token, "POST", "/api/v1/incidents/" + number + "/feedback", said, JUST_JSON);
    }

    private String page(String path) {
        return page(Night.TOKEN, path);
    }

    private String page(String token, String path) {
        var answer = night.asks(token, "GET", path, Map.of(), "text/html, */*");
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private int status(String token, String path) {
        return night.asks(token, "GET", path, Map.of(), "*/*").statusCode();
    }
}
