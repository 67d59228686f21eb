package whatnow.chat.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.chat.door.Deliveries.Again;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.chat.door.Deliveries.First;
import whatnow.chat.door.Deliveries.Replay;

/** What every memory of deliveries must do, whatever it is written on. */
abstract class DeliveriesContract {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    abstract Deliveries deliveries();

    @Test
    void whatIsNewIsTheFirst() {
        assertThat(deliveries().hear(Delivery.of("s1", "ack", false), NOON)).isEqualTo(new First());
        assertThat(deliveries().hear(Delivery.of("s2", "resolve", false), NOON)).isEqualTo(new First());
    }

    @Test
    @DisplayName("the same signature is refused the second time (S-4)")
    void theSameSignatureIsRefusedTheSecondTime() {
        deliveries().hear(Delivery.of("s1", "ack", false), NOON);

        assertThat(deliveries().hear(Delivery.of("s1", "ack", false), NOON)).isEqualTo(new Replay());
    }

    @Test
    @DisplayName("a true retry gets the same answer again, whether or not it is signed anew (S-4)")
    void aRetryGetsTheSameAnswerAgain() {
        var first = Delivery.of("s1", "ack", false);
        deliveries().hear(first, NOON);
        assertThat(deliveries().hear(Delivery.of("s2", "ack", true), NOON)).isEqualTo(new Again(Optional.empty()));

        deliveries().answered(first, "done");

        assertThat(deliveries().hear(Delivery.of("s3", "ack", true), NOON)).isEqualTo(new Again(Optional.of("done")));
        assertThat(deliveries().hear(Delivery.of("s1", "ack", true), NOON)).isEqualTo(new Again(Optional.of("done")));
    }

    @Test
    void theSenderMaySayTheSameAgainUnderAnotherSignature() {
        deliveries().hear(Delivery.of("s1", "ack", false), NOON);

        assertThat(deliveries().hear(Delivery.of("s2", "ack", false), NOON)).isInstanceOf(Again.class);
        assertThat(deliveries().hear(Delivery.of("s2", "ack", false), NOON)).isEqualTo(new Replay());
    }

    @Test
    @DisplayName("a signature is remembered for ten minutes (S-4)")
    void aSignatureIsRememberedForTenMinutes() {
        var delivery = Delivery.of("s1", "ack", false);
        deliveries().hear(delivery, NOON);

        assertThat(deliveries().hear(delivery, NOON.plusSeconds(599))).isEqualTo(new Replay());
        assertThat(deliveries().hear(delivery, NOON.plusSeconds(600))).isEqualTo(new First());
    }
}
