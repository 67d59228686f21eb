package whatnow.signal.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.Signal;
import whatnow.signal.StrictJson;

/** What every format keeps, whoever the sender is. */
public abstract class FormatContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int FIELDS = 400;
    private static final int ROUND_TRIPS = 10_000;

    protected abstract Format format();

    /** A body in which one alert is firing. */
    protected abstract String firing();

    /** A body in which the same alert has ended. */
    protected abstract String resolved();

    /** What a monitor has to say, as people fill it in. */
    public record Words(String name, String service, String region, String summary, String key, Instant since) {}

    /** The same as this sender writes it down; empty where a sender has no room for free words. */
    protected Optional<JsonNode> written(Words words) {
        return Optional.empty();
    }

    /** What comes out of them: the same, but for what the sender has no room for. */
    protected Words heard(Words words) {
        return words;
    }

    @Test
    @DisplayName("N-13: what is written down comes out as it went in, whatever the words")
    void whatIsWrittenDownComesOutAsItWentIn() {
        var random = new Random(13);
        for (var round = 0; round < ROUND_TRIPS; round++) {
            var words = words(random);
            written(words).ifPresent(body -> comesOut(heard(words), only(body.toString())));
        }
    }

    private static void comesOut(Words words, Signal signal) {
        assertThat(signal.alert()).isEqualTo(words.name());
        assertThat(signal.label("service")).contains(words.service());
        assertThat(signal.label("region")).contains(words.region());
        assertThat(signal.annotations()).containsEntry("summary", words.summary());
        assertThat(signal.fingerprint()).isEqualTo(words.key());
        assertThat(signal.startsAt()).isEqualTo(words.since());
    }

    private static Words words(Random random) {
        return new Words(
                text(random),
                text(random),
                "us-east-" + (1 + random.nextInt(9)),
                text(random),
                "key-" + random.nextInt(1_000_000),
                NOW.minusSeconds(1 + random.nextInt(100_000)));
    }

    /** Letters, figures and what usually breaks something, beginning with a letter. */
    private static String text(Random random) {
        var odd = "abcXYZ 019-_.:/<>&\"'\\{}[]%$#\u00e9\u4e2d\u202e\u200b\ud83d\ude00";
        var text = new StringBuilder("a");
        random.ints(random.nextInt(40), 0, odd.length()).forEach(it -> text.append(odd.charAt(it)));
        return text.append('z').toString().replaceAll("[\\ud800-\\udfff]", "\ud83d\ude00");
    }

    protected final Delivery read(String body) {
        return read(json(body));
    }

    protected final Signal only(String body) {
        var delivery = read(body);
        assertThat(delivery.unreadable()).isEmpty();
        assertThat(delivery.said()).hasSize(1);
        return delivery.said().getFirst().signal();
    }

    private Delivery read(JsonNode body) {
        return format().read(new Message(body, Optional.empty(), NOW));
    }

    protected static JsonNode json(String text) {
        return StrictJson.readBatch(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatFiresIsReadWithItsNameAndItsSender() {
        var signal = only(firing());

        assertThat(signal.status()).isEqualTo(Signal.Status.FIRING);
        assertThat(signal.alert()).isNotBlank();
        assertThat(signal.fingerprint()).isNotBlank();
        assertThat(signal.source()).startsWith(format().key());
        assertThat(signal.label("service")).isPresent();
    }

    @Test
    void whatATestSendsIsOneAlertAboutNothingReal() {
        var sample = new String(format().sample().orElseThrow(), StandardCharsets.UTF_8);

        assertThat(only(sample).status()).isEqualTo(Signal.Status.FIRING);
        assertThat(only(sample).label("service")).contains("whatnow-test");
        assertThat(only(sample).toString()).containsIgnoringCase("test");
    }

    @Test
    void whatHasEndedIsTheSameThing() {
        var firing = only(firing());
        var resolved = only(resolved());

        assertThat(resolved.status()).isEqualTo(Signal.Status.RESOLVED);
        assertThat(resolved.endsAt()).isPresent();
        assertThat(resolved.fingerprint()).isEqualTo(firing.fingerprint());
        assertThat(resolved.source()).isEqualTo(firing.source());
    }

    @Test
    void theSameBytesAreReadTheSame() {
        assertThat(read(firing())).isEqualTo(read(firing()));
    }

    @Test
    void whatItWantsToBeCalledIsItsName() {
        var delivery = format().read(new Message(json(firing()), Optional.of("eu-monitor"), NOW));

        assertThat(delivery.source()).isEqualTo("eu-monitor");
    }

    @Test
    void whatTheSenderSaidIsKeptAsItCame() {
        assertThat(read(firing()).said().getFirst().raw()).isNotBlank();
    }

    @Test
    void whatIsNothingOfThisSenderIsNeverTakenForAnAlert() {
        for (var body :
                new String[] {"{}", "[]", "7", "null", "\"down\"", "{\"hello\": \"world\"}", "{\"alerts\": 3}"}) {
            try {
                assertThat(read(body).said()).as(body).isEmpty();
            } catch (Refused refused) {
                assertThat(refused.why()).as(body).contains("expected");
            }
        }
    }

    @Test
    @DisplayName("N-1: a field of any other kind, length or sign breaks nothing")
    void aFieldOfAnyOtherKindBreaksNothing() {
        var random = new Random(4);
        for (var round = 0; round < FIELDS; round++) {
            var body = json(random.nextBoolean() ? firing() : resolved());
            spoil(body, random);

            assertThatCode(() -> {
                        try {
                            read(body);
                        } catch (Refused refused) {
                            assertThat(refused.why()).isNotBlank();
                        }
                    })
                    .as(body.toString())
                    .doesNotThrowAnyException();
        }
    }

    private static void spoil(JsonNode body, Random random) {
        var objects = new ArrayList<ObjectNode>();
        gather(body, objects);
        var object = objects.get(random.nextInt(objects.size()));
        var names = object.propertyNames().stream().toList();
        if (names.isEmpty()) {
            return;
        }
        var nodes = JsonNodeFactory.instance;
        var others = new JsonNode[] {
            nodes.nullNode(), nodes.numberNode(-7), nodes.numberNode(1e300), nodes.stringNode(""),
                    nodes.stringNode("x".repeat(20_000)),
            nodes.stringNode("\u202E<b>"), nodes.booleanNode(true), nodes.arrayNode(), nodes.objectNode(),
                    nodes.missingNode()
        };
        var other = others[random.nextInt(others.length)];
        var name = names.get(random.nextInt(names.size()));
        if (other.isMissingNode()) {
            object.remove(name);
        } else {
            object.set(name, other);
        }
    }

    private static void gather(JsonNode node, ArrayList<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(it -> gather(it, objects));
    }
}
