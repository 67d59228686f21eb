package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Well-formed bodies that say odd things, at every door through which machines report. */
class OddWordsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** NUL, halves of characters, controls, separators and what never is a character, as JSON writes them. */
    private static final String UNPRINTABLE =
            "a\\u0000b\\ud800c\\udc00d\\u0001\\u001b[31m\\u007f\\u0085\\u009b\\u2028\\u2029\\ufeff\\uffff\\ufdd0e";

    private static final String BOTH_WAYS = "pay\\u202Etnem\\u2066\\u200B\\u061C\\u0430pi";

    private static final String MARKUP =
            "<!channel> <!here> <@U1> <#C1> <!subteam^S1> <https://evil.example|ok> @here &lt;!everyone&gt;";

    private static final int SPOILT = 25;

    private final Night night = Night.under("freight");
    private final Raw sender = new Raw(night.address());

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    static List<MachineDoor> doors() {
        return MachineDoor.all();
    }

    static List<MachineDoor> doorsThatKeep() {
        return doors().stream()
                .filter(it -> !it.wantsASignature() && !it.path().contains("/try"))
                .toList();
    }

    static List<MachineDoor> doorsThatOpen() {
        return doorsThatKeep().stream()
                .filter(it -> !it.path().endsWith("/close"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-4: what no database can hold becomes U+FFFD and is never a failure")
    void whatNoDatabaseCanHoldIsReplaced(MachineDoor door) {
        for (var body : List.of(
                door.saying(UNPRINTABLE, "k1"),
                door.saying("down", UNPRINTABLE),
                door.body().replaceAll("\"(\\w+)\":", "\"$1\\\\u0000\\\\ud800\":"),
                door.body()
                        .replaceFirst("\\{", "{\"x\\\\u0000\\\\udfff\": \"y\",")
                        .replaceAll("\"labels\": \\{", "\"labels\": {\"x\\\\u0000\": \"y\","))) {
            var answer = sender.post(door.path(), body);

            assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        }
        assertThat(night.reads("/", "text/html")).isNotEmpty().doesNotContain("\u0000", "\u001b", "\u009b");
        assertThat(night.shows("/sources", "text/html")).isNotEmpty().doesNotContain("\u0000", "\u001b");
    }

    @ParameterizedTest
    @MethodSource("doorsThatKeep")
    @DisplayName("N-4: an alert with characters that no database can hold is kept all the same")
    void anAlertWithBrokenCharactersIsKept(MachineDoor door) {
        var before = kept();

        var answer = sender.post(door.path(), door.saying("a\\u0000b\\ud800c", "k1"));

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        assertThat(kept()).isGreaterThan(before);
    }

    @ParameterizedTest
    @MethodSource("doorsThatOpen")
    @DisplayName("N-5: writing in both directions is kept as data and shown with marks, on every door for people")
    void writingInBothDirectionsIsShownWithMarks(MachineDoor door) {
        var answer = sender.post(door.path(), door.saying(BOTH_WAYS, "k1"));

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        for (var page : new String[] {"/", "/incidents", "/sources"}) {
            assertThat(night.shows(page, "text/html")).as(page).doesNotContain("\u202e", "\u2066", "\u200b", "\u061c");
        }
        var card = night.shows("/api/v1/now", "text/plain");
        assertThat(card).contains("pay[U+202E]tnem").doesNotContain("\u202e", "\u2066", "\u200b", "\u061c");
        assertThat(night.shows("/", "text/html")).contains("pay[U+202E]tnem[U+2066]");
        assertThat(night.get("/api/v1/now").toString()).contains("pay");
    }

    @ParameterizedTest
    @MethodSource("doorsThatOpen")
    @DisplayName("N-6: nothing that is said at any door calls anybody or leads anywhere")
    void nothingThatIsSaidCallsAnybody(MachineDoor door) {
        var answer = sender.post(door.path(), door.saying(MARKUP, "k1"));

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        assertThat(night.cards().size()).as("cards").isPositive();
        for (var message : night.announced()) {
            assertThat(message.mentions()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-1, N-3: any field may be of any other kind, length or sign: nothing breaks, nothing is lost")
    void anyFieldMayBeOfAnyOtherKind(MachineDoor door) {
        var random = new Random(41);
        for (var round = 0; round < SPOILT; round++) {
            var body = JSON.readTree(door.saying("api", "k" + round));
            spoil(body, random);
            var before = kept();

            var answer = sender.post(door.path(), body.toString());

            assertThat(answer.statusCode()).as("%s: %s", body, answer.body()).isLessThan(500);
            if (answer.statusCode() == 202 && !door.path().startsWith("/v2/")) {
                assertThat(kept()).as("kept of %s: %s", body, answer.body()).isGreaterThan(before);
            }
        }
        assertThat(night.shows("/", "text/html")).contains("</html>");
        assertThat(night.shows("/sources", "text/html")).contains("</html>");
    }

    private int kept() {
        return night.rows("signal") + night.rows("unreadable_signal") + night.rows("fact");
    }

    private static void spoil(JsonNode body, Random random) {
        var objects = new ArrayList<ObjectNode>();
        gather(body, objects);
        var object = objects.get(random.nextInt(objects.size()));
        var names = object.propertyNames().stream()
                .filter(it -> !it.equals("routing_key"))
                .collect(Collectors.toCollection(ArrayList::new));
        var others = new JsonNode[] {
            NODES.nullNode(),
            NODES.numberNode(-7),
            NODES.numberNode(1e300),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.stringNode(""),
            NODES.stringNode(" "),
            NODES.stringNode("x".repeat(20_000)),
            NODES.stringNode("x".repeat(9_000)),
            NODES.stringNode("\u4e2d".repeat(3_000)),
            NODES.stringNode("\u202E<b>"),
            NODES.stringNode("a\u0000b\ud800"),
            NODES.stringNode("-999999999-01-01T00:00:00Z"),
            NODES.stringNode("9999-12-31T23:59:59.999999999Z"),
            NODES.stringNode("1969-12-31T00:00:00Z"),
            NODES.booleanNode(true),
            NODES.arrayNode(),
            NODES.objectNode(),
            NODES.arrayNode().add(NODES.objectNode()),
            NODES.objectNode().put("a", "b")
        };
        if (names.isEmpty()) {
            object.put("x", "y");
        } else {
            object.set(names.get(random.nextInt(names.size())), others[random.nextInt(others.length)]);
        }
    }

    private static void gather(JsonNode node, ArrayList<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(it -> gather(it, objects));
    }
}
