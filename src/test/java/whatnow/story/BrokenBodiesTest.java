package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large, too deep or no JSON, at every door through which machines report. */
class BrokenBodiesTest {

    private static final String NAMES_AND_VALUES = "name=down&service=api";

    private static final Night NIGHT = Night.under("freight");
    private static final Raw SENDER = new Raw(NIGHT.address());

    private int kept;

    @AfterAll
    static void theNightEnds() {
        NIGHT.close();
    }

    @BeforeEach
    void count() {
        kept = kept();
    }

    static List<MachineDoor> doors() {
        return MachineDoor.all();
    }

    @Test
    void noDoorIsLeftOut() {
        var tried = doors().stream().map(MachineDoor::address).toList();

        assertThat(tried).containsAll(NIGHT.doors());
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-1: a body that is too large is refused in words, however it comes")
    void aBodyThatIsTooLargeIsRefused(MachineDoor door) {
        var body = blanks(door.most() + 1);

        refused(SENDER.post(door.path(), body), 413, "" + door.most());
        refused(SENDER.postInPieces(door.path(), body), 413, "" + door.most());
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-1: a body ten times too large is refused in words as well")
    void aBodyThatIsMuchTooLargeIsRefused(MachineDoor door) {
        refused(SENDER.post(door.path(), blanks(10 * door.most())), 413, "" + door.most());
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-1: 4,001 alerts are refused, wherever many may come")
    void tooManyAlertsAreRefused(MachineDoor door) {
        door.many().ifPresent(around -> {
            var small = door.one().replaceAll("\\s*\\n\\s*", "");
            var alerts = IntStream.rangeClosed(0, 4_000)
                    .mapToObj(it -> small.replace("KEY", "k" + it))
                    .collect(Collectors.joining(","));

            refused(SENDER.post(door.path(), around.replace("ALERTS", alerts)), 413, "4001", "4000");
        });
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-1: a header of more than 8 KiB is refused and is no failure of ours")
    void largeHeadersAreRefused(MachineDoor door) {
        var answer = SENDER.post(door.path(), "{}", "X-Long", "x".repeat(9_000));

        assertThat(answer.statusCode()).isIn(400, 413, 431);
        assertThat(kept()).isEqualTo(kept);
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-1: an alert with a text without end, or too many labels, costs no failure and is not lost")
    void tooMuchInOneAlertIsToldOrKept(MachineDoor door) {
        var labels = IntStream.range(0, 300)
                .mapToObj(it -> "\"l%d\": \"v\"".formatted(it))
                .collect(Collectors.joining(","));
        for (var body : List.of(
                door.saying("x".repeat(20_000), "long"),
                door.saying("x", "y".repeat(20_000)),
                door.body().replaceFirst("\\{", "{" + labels + ","),
                door.body().replaceAll("\"labels\": \\{", "\"labels\": {" + labels + ","),
                door.body().replaceAll("\"(details|data|tags)\": \\{", "\"$1\": {" + labels + ","))) {
            toldOrKept(door, SENDER.post(door.path(), body));
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-2: brackets without end are refused")
    void depthIsRefused(MachineDoor door) {
        for (var depth : new int[] {65, 100_000, 1_000_000}) {
            for (var bracket : new String[] {"[", "{\"a\":"}) {
                var body = bracket.repeat(Math.min(depth, door.most() / bracket.length()));

                refused(SENDER.post(door.path(), body), 400, "depth");
            }
        }
    }

    /** Scripts may write names and values, and Opsgenie closes without a body. */
    private static boolean isGoodFor(MachineDoor door, String body) {
        return switch (body) {
            case NAMES_AND_VALUES ->
                door.path().endsWith("/generic") || door.path().startsWith("/api/v1/intake/try");
            case "" -> door.path().startsWith("/v2/alerts");
            default -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-3: what is not plain JSON is refused with its place")
    void whatIsNotPlainJsonIsRefused(MachineDoor door) {
        for (var body : new String[] {
            "{\"a\":1,\"a\":2}",
            "[NaN]",
            "{\"a\": -Infinity}",
            "[1e400]",
            "[-0]",
            "{} {}",
            "{} trailing",
            "{'a': 1}",
            "",
            "{",
            "[" + "9".repeat(400) + "]",
            "// why not\n{}",
            "{\"a\": \"\t\"}",
            "{\"a\": \"\\x41\"}",
            NAMES_AND_VALUES
        }) {
            if (isGoodFor(door, body)) {
                continue;
            }
            assertThat(refused(SENDER.post(door.path(), body), 400))
                    .as(body)
                    .matches(it -> it.contains("\"position\":") || body.isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-3: anything but UTF-8 without a mark is refused with its place")
    void otherEncodingsAreRefused(MachineDoor door) {
        for (var hex : new String[] {
            "EFBBBF7B7D",
            "FEFF007B007D",
            "FFFE7B007D00",
            "7B007D00",
            "7B2261223A22FF227D",
            "7B2261223A22C0AF227D",
            "7B2261223A22EDA080227D",
            "7B2261223A22F8888080807D",
            "1F8B0800"
        }) {
            assertThat(refused(SENDER.post(door.path(), HexFormat.of().parseHex(hex)), 400))
                    .as(hex)
                    .contains("\"position\":");
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-7: a small body that inflates without end is refused")
    void bombsAreRefused(MachineDoor door) {
        refused(SENDER.postPacked(door.path(), Raw.packed(blanks(20_000_000))), 413, "inflated");
        var words = new byte[2 * door.most()];
        new Random(7).nextBytes(words);
        IntStream.range(0, words.length).forEach(it -> words[it] = (byte) ('a' + (words[it] & 3)));
        refused(SENDER.postPacked(door.path(), Raw.packed(words)), 413);
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-7: what is packed otherwise than it says is refused")
    void whatIsPackedOtherwiseIsRefused(MachineDoor door) {
        var packed = Raw.packed("{}".getBytes(StandardCharsets.UTF_8));

        refused(SENDER.postPacked(door.path(), "{}".getBytes(StandardCharsets.UTF_8)), 400, "gzip");
        refused(SENDER.postPacked(door.path(), Arrays.copyOf(packed, packed.length - 9)), 400, "gzip");
        refused(SENDER.postPacked(door.path(), Raw.packed(packed)), 400);
        refused(SENDER.post(door.path(), packed, "Content-Encoding", "gzip, gzip"), 415);
        refused(SENDER.post(door.path(), packed, "Content-Encoding", "br"), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%2e%2e%2f", "%E2%80%AE", "%ff", "a%0d%0ab", "a%20b", "..", "%252e"})
    @DisplayName("N-4, N-5: a heartbeat of an odd name is refused and is no failure of ours")
    void aHeartbeatOfAnOddNameIsRefused(String name) {
        var answer = SENDER.post("/api/v1/heartbeat/" + name, "");

        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every=%00",
                "every=9e99999h",
                "every=-1m",
                "region=%E2%80%AE",
                "symptom=%00",
                "service=%00",
                "service=%0a",
                "service=%ff"
            })
    @DisplayName("N-3, N-4: a heartbeat that says something odd is refused and is no failure of ours")
    void aHeartbeatThatSaysSomethingOddIsRefused(String said) {
        assertThat(SENDER.post("/api/v1/heartbeat/nightly?" + said, "").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("N-4, N-5: what it calls itself in the address is a plain name or is refused")
    void whatItCallsItselfIsAPlainName(MachineDoor door) {
        for (var name : new String[] {"%00", "%E2%80%AE", "%ff", "a%0ab", "%3Cb%3E", "x".repeat(129)}) {
            var path = door.path() + (door.path().contains("?") ? "&" : "?") + "source=" + name;

            var answer = SENDER.post(path, door.saying("down", "k"));

            assertThat(answer.statusCode()).as(path + answer.body()).isLessThan(500);
            assertThat(NIGHT.shows("/sources", "text/html")).doesNotContain("\u202e", "<b>");
        }
    }

    /** In words, by the status that says so, and nothing is kept. */
    private String refused(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(List.of(words)).allMatch(answer.body()::contains, answer.body());
        assertThat(answer.body()).doesNotContain("xception", "at whatnow");
        assertThat(kept()).isEqualTo(kept);
        return answer.body();
    }

    private void toldOrKept(MachineDoor door, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        assertThat(answer.body()).isNotBlank();
        if (answer.statusCode() < 300 && !door.path().contains("/try")) {
            assertThat(kept()).isPositive();
        }
    }

    private static int kept() {
        return NIGHT.rows("signal") + NIGHT.rows("unreadable_signal");
    }

    private static byte[] blanks(int size) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }
}
