package whatnow.chat.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.testkit.MovableClock;

class MemoryTest {

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatOneNodeDidNoOtherDoes() {
        var shared = new LocalDeliveries();
        var one = new Memory(shared, clock);
        var other = new Memory(shared, clock);
        var delivery = Delivery.of("s1", "ack", true);

        assertThat(does(one, delivery)).isEqualTo("done");
        one.answered(delivery, "done before");

        assertThat(does(other, delivery)).isEqualTo("done before");
        assertThat(done).hasValue(1);
    }

    @Test
    void whileTheDatabaseIsAwayANodeRemembersForItself() {
        var memory = new Memory(new Away(), clock);
        var delivery = Delivery.of("s1", "ack", false);

        assertThat(does(memory, delivery)).isEqualTo("done");
        memory.answered(delivery, "done before");

        assertThat(does(memory, delivery)).isEqualTo("refused");
        assertThat(does(memory, Delivery.of("s1", "ack", true))).isEqualTo("done before");
        assertThat(done).hasValue(1);
    }

    private String does(Memory memory, Delivery delivery) {
        return memory.once(
                delivery,
                () -> {
                    done.incrementAndGet();
                    return "done";
                },
                again -> again.answer().orElse("not yet"),
                () -> "refused");
    }

    private static final class Away implements Deliveries {

        @Override
        public Known hear(Delivery delivery, Instant at) {
            throw new CannotCreateTransactionException("away");
        }

        @Override
        public void answered(Delivery delivery, String answer) {
            throw new DataAccessResourceFailureException("away");
        }
    }
}
