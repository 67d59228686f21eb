package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StrictJsonTest {

    @Test
    void readsWhatIsInOrder() {
        assertThat(read("{\"a\":[1,2.5,\"x\",true,null]}").toString()).isEqualTo("{\"a\":[1,2.5,\"x\",true,null]}");
    }

    @Test
    @DisplayName("(N-1) a text of 16,384 characters is the longest")
    void longTextsAreRefused() {
        assertThat(read("\"" + "x".repeat(16_384) + "\"").stringValue()).hasSize(16_384);
        assertThatThrownBy(() -> read("\"" + "x".repeat(16_400) + "\"")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100_000, 1_000_000})
    @DisplayName("(N-2) brackets without end are refused at the 65th")
    void depthIsRefused(int depth) {
        var body = "[".repeat(depth).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> StrictJson.read(body))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("depth");
    }

    @Test
    @DisplayName("(N-2) refusing a million brackets costs hardly any time")
    void depthCostsNothing() {
        var body = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        for (int warm = 0; warm < 20; warm++) {
            refused(body);
        }
        var threads = ManagementFactory.getThreadMXBean();

        var before = threads.getCurrentThreadCpuTime();
        refused(body);
        var spent = threads.getCurrentThreadCpuTime() - before;

        assertThat(spent).isLessThan(5_000_000);
    }

    @Test
    void sixtyFourLevelsAreRead() {
        assertThat(read("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "[NaN]",
                "[Infinity]",
                "[1e400]",
                "[-1e400]",
                "[-0]",
                "[-0.0]",
                "{} x",
                "{}{}",
                "{\"a\":}",
                "",
                "   "
            })
    @DisplayName("(N-3) what is not plain JSON is refused with its place")
    void oddJsonIsRefused(String body) {
        assertThat(refused(body.getBytes(StandardCharsets.UTF_8)).problem().getProperties())
                .containsKey("position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1", "{\"a\":\"x", "{\"a", "{\"a\":", "[1,", "{", "[[1]", "{\"a\": [  "})
    @DisplayName("(N-3) a body that was cut off is called that, with the place where it ends")
    void aBodyThatWasCutOffIsCalledThat(String body) {
        assertThat(refused(body.getBytes(StandardCharsets.UTF_8)).why())
                .isEqualTo(
                        "The body ends at character %d, in the middle; expected: JSON up to the bracket or quote that closes it. Was it cut off? Send all of it.",
                        body.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1 \"b\":2} | 7 | {\"a\":1 \"b\":2} | \"name\": value, with commas between such pairs",
                "{a:1}         | 1 | {a:1}         | \"name\": value, with commas between such pairs",
                "{\"a\":}       | 5 | {\"a\":}       | \"name\": value, with commas between such pairs",
                "[1,,2]        | 3 | [1,,2]        | values with commas between them",
                "hello         | 0 | hello         | one JSON document"
            })
    @DisplayName("(N-3) what is out of place is named with what was expected there")
    void whatIsOutOfPlaceIsNamed(String body, int position, String near, String expected) {
        assertThat(refused(body.getBytes(StandardCharsets.UTF_8)).why())
                .startsWith("At character %d, near (%s), this is not JSON; expected: %s"
                        .formatted(position, near, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":1", "{\"a\":1,\"a\":2}", "[NaN]", "[tru", "{'a':1}", "[\"\\q\"]", "[01]", "[[1}", "]"})
    @DisplayName("(S-29) the parser's own words stay inside")
    void theParsersOwnWordsStayInside(String body) {
        assertThat(refused(body.getBytes(StandardCharsets.UTF_8)).why())
                .contains("expected: ")
                .doesNotContain("Source", "REDACTED", "Unexpected", "Unrecognized", "Feature", "token", "code ");
    }

    @Test
    @DisplayName("(N-3) a number of 10^400 digits has too many of them")
    void longNumbersAreRefused() {
        assertThat(refused(("[" + "9".repeat(4_000) + "]").getBytes(StandardCharsets.UTF_8))
                        .status()
                        .value())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "EFBBBF7B7D, 0",
        "FEFF007B007D, 0",
        "FFFE7B007D00, 0",
        "7B007D00, 0",
        "7B2261223A22FF227D, 6",
        "7B2261223A22C3227D, 6",
        "7B2261223A22EDA080227D, 6"
    })
    @DisplayName("(N-3) anything but UTF-8 without a mark is refused with its place")
    void otherEncodingsAreRefused(String hex, int position) {
        var refused = refused(HexFormat.of().parseHex(hex));

        assertThat(refused.problem().getProperties()).containsEntry("position", position);
    }

    @ParameterizedTest
    @CsvSource({"a\\u0000b, a\uFFFDb", "a\\ud800b, a\uFFFDb", "a\\udc00b, a\uFFFDb", "\\ud83d\\ude00, \uD83D\uDE00"})
    @DisplayName("(N-4) what no database takes is replaced and marked")
    void brokenCharactersAreReplaced(String escaped, String expected) {
        assertThat(read("\"" + escaped + "\"").stringValue()).isEqualTo(expected);
    }

    @Test
    @DisplayName("(N-5) writing in both directions is data like any other")
    void overridesAreKept() {
        assertThat(read("\"a\u202Eb\u2066c\u200B\"").stringValue()).isEqualTo("a\u202Eb\u2066c\u200B");
    }

    private static JsonNode read(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Refused refused(byte[] body) {
        return catchThrowableOfType(Refused.class, () -> StrictJson.read(body));
    }
}
