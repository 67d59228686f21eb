package whatnow.chat.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.chat.door.Deliveries.First;
import whatnow.testkit.TestPostgres;

class PostgresDeliveriesTest extends DeliveriesContract {

    private final JdbcClient jdbc = TestPostgres.client();
    private final Deliveries deliveries = new PostgresDeliveries(jdbc);

    @Override
    Deliveries deliveries() {
        return deliveries;
    }

    @Test
    void ofManyAtTheSameTimeOneIsTheFirst() {
        var firsts = IntStream.range(0, 20)
                .parallel()
                .mapToObj(it -> deliveries.hear(Delivery.of("s" + it, "ack", true), NOON))
                .filter(First.class::isInstance)
                .toList();

        assertThat(firsts).hasSize(1);
    }

    @Test
    void whatIsOldIsForgotten() {
        deliveries.hear(Delivery.of("s1", "ack", false), NOON);

        deliveries.hear(Delivery.of("s2", "ack again", false), NOON.plusSeconds(601));

        assertThat(jdbc.sql("select count(*) from chat_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from chat_signature")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
