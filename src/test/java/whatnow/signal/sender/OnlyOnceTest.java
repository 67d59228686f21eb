package whatnow.signal.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import whatnow.security.Hmac;
import whatnow.signal.Delivery;
import whatnow.signal.Intake;
import whatnow.signal.Receipt;
import whatnow.signal.Recorded;

@DisplayName("S-25: what was signed is done once, and whoever brings it again gets the same answer")
class OnlyOnceTest {

    private final Intake intake = new Intake();
    private final Reception reception = TestReception.signedBy(intake, "odd", List.of("new", "old"));
    private final Signatures signatures = new Signatures(JdbcClient.create(intake.jdbc));

    @AfterEach
    void close() throws Exception {
        intake.close();
    }

    /** It names no start, so that without a signature each of its words would be another alert. */
    private record Odd() implements Format {

        @Override
        public String key() {
            return "odd";
        }

        @Override
        public String title() {
            return "Odd";
        }

        @Override
        public boolean isBatch() {
            return false;
        }

        @Override
        public Optional<Duration> holds() {
            return Optional.of(Duration.ofDays(1));
        }

        @Override
        public Delivery read(Message message) {
            return new Batch(this, message, message.body().path("source"))
                    .add(message.body(), Odd::draft)
                    .delivery();
        }

        private static Draft draft(JsonNode body) {
            var draft = Draft.named("Down").label("service", "database").label("symptom", "UNAVAILABLE");
            return body.path("ok").asBoolean(false) ? draft.resolved(Optional.empty()) : draft;
        }
    }

    private Receipt brings(String body, Instant signedAt, String... secrets) throws Exception {
        var time = String.valueOf(signedAt.getEpochSecond());
        var request = new MockHttpServletRequest();
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        request.addHeader("Whatnow-Timestamp", time);
        request.addHeader(
                "Whatnow-Signature",
                String.join(
                        ",",
                        List.of(secrets).stream()
                                .map(it -> "v1="
                                        + Hmac.hex(
                                                it,
                                                (time + ":").getBytes(StandardCharsets.UTF_8),
                                                body.getBytes(StandardCharsets.UTF_8)))
                                .toList()));
        return reception.take(request, new Odd(), Optional.empty(), _ -> {}).receipt();
    }

    @Test
    void aTrueRetryIsAnsweredWithTheSameIds() throws Exception {
        var first = brings("{}", intake.now(), "new");
        intake.passes(Duration.ofSeconds(30));

        var again = brings("{}", intake.now().minusSeconds(30), "new");

        assertThat(again.ids()).isEqualTo(first.ids()).hasSize(1);
        assertThat(again.isRepeat()).isTrue();
        assertThat(intake.rows("signal")).isEqualTo(1);
    }

    @Test
    void whoListenedInCannotSoundTheAlarmAgainNorEndIt() throws Exception {
        var firing = intake.now();
        brings("{}", firing, "new", "old");
        intake.passes(Duration.ofSeconds(60));
        var ended = intake.now();
        brings("{\"ok\": true}", ended, "new", "old");
        var heard = intake.rows("signal");

        intake.passes(Duration.ofSeconds(60));
        brings("{}", firing, "old");
        brings("{}", firing, "old", "new");
        assertThat(intake.rows("signal")).isEqualTo(heard);

        brings("{}", intake.now(), "new");
        intake.passes(Duration.ofSeconds(60));
        brings("{\"ok\": true}", ended, "new");
        assertThat(intake.onlySymptom().isFiring()).isTrue();
    }

    @Test
    void aRequestThatCameToNothingMayBeSentAgain() throws Exception {
        var once = new OnlyOnce(signatures, intake.clock);
        var nothing = new Delivery("odd", true, intake.now(), List.of(), List.of());
        var receipt = new Receipt(1, 0, List.of(), List.of(new UUID(1, 2)), Recorded.DATABASE, false);

        try {
            once.take(Optional.of("a"), nothing, () -> {
                throw new IllegalStateException("the database is away");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("away");
        }

        assertThat(once.take(Optional.of("a"), nothing, () -> receipt)).isEqualTo(receipt);
    }

    @Test
    void whatIsAtWorkIsNotDoneTwiceUnlessItsNodeDied() {
        assertThat(signatures.hear("a", intake.now())).isInstanceOf(Signatures.First.class);
        assertThat(signatures.hear("a", intake.now().plusSeconds(59))).isInstanceOf(Signatures.AtWork.class);
        assertThat(signatures.hear("a", intake.now().plusSeconds(60))).isInstanceOf(Signatures.First.class);

        signatures.cameTo("a", List.of(new UUID(1, 2)));
        assertThat(signatures.hear("a", intake.now().plusSeconds(300)))
                .isEqualTo(new Signatures.Done(List.of(new UUID(1, 2))));
        assertThat(signatures.hear("a", intake.now().plusSeconds(660))).isInstanceOf(Signatures.First.class);
    }
}
