package whatnow.chat.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.chat.door.Deliveries.First;
import whatnow.chat.door.Deliveries.Replay;

class LocalDeliveriesTest extends DeliveriesContract {

    private final Deliveries deliveries = new LocalDeliveries();

    @Override
    Deliveries deliveries() {
        return deliveries;
    }

    @Test
    void manyDoNotFillTheMemory() {
        for (var i = 0; i < 10_000; i++) {
            deliveries.hear(Delivery.of("s" + i, "e" + i, false), NOON);
        }

        assertThat(deliveries.hear(Delivery.of("s1", "e1", false), NOON)).isEqualTo(new Replay());
        deliveries.hear(Delivery.of("one more", "event", false), NOON);
        assertThat(deliveries.hear(Delivery.of("s0", "e0", false), NOON)).isEqualTo(new First());
    }
}
