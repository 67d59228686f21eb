package whatnow.chat.door;

import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import whatnow.chat.door.Deliveries.Again;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.chat.door.Deliveries.First;
import whatnow.chat.door.Deliveries.Known;
import whatnow.chat.door.Deliveries.Replay;
import whatnow.time.Now;

/**
 * Sees to it that what a chat brings is done once, on however many nodes it arrives. While the database is away this node
 * remembers for itself; another one cannot know then.
 */
@Component
public class Memory {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final Deliveries local = new LocalDeliveries();
    private final Deliveries shared;
    private final Now now;

    Memory(Deliveries shared, Now now) {
        this.shared = shared;
        this.now = now;
    }

    /** Does it if nobody did, else hands over what is known of it. */
    public <T> T once(Delivery delivery, Supplier<T> first, Function<Again, T> again, Supplier<T> replay) {
        return switch (hear(delivery)) {
            case First _ -> first.get();
            case Again it -> again.apply(it);
            case Replay _ -> replay.get();
        };
    }

    public void answered(Delivery delivery, String answer) {
        local.answered(delivery, answer);
        try {
            shared.answered(delivery, answer);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("What a chat was answered is known to this node alone: {}", away.toString());
        }
    }

    private Known hear(Delivery delivery) {
        var at = now.instant();
        var here = local.hear(delivery, at);
        if (!(here instanceof First)) {
            return here;
        }
        try {
            return shared.hear(delivery, at);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("What a chat brought is known to this node alone: {}", away.toString());
            return here;
        }
    }
}
