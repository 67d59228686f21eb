package whatnow.signal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import whatnow.signal.Inbox.Coming;
import whatnow.signal.journal.Journal;

/** What came while the database was away, on this node's disk, until the inbox has it. */
final class DeliveryJournal {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJournal.class);
    private static final int TOGETHER = 500;

    private final Journal journal;
    private final BooleanSupplier isFull;
    private final JsonMapper json = JsonMapper.shared();

    private DeliveryJournal(Journal journal, BooleanSupplier isFull) {
        this.journal = journal;
        this.isFull = isFull;
    }

    /**
     * @param isFull whether its disk has too little room left to go on writing
     * @throws IllegalStateException if what an earlier run left there cannot be read
     */
    static DeliveryJournal in(Path folder, BooleanSupplier isFull) {
        try {
            var journal = new DeliveryJournal(Journal.in(folder), isFull);
            if (!journal.isEmpty()) {
                LOG.info("Alerts that came while the database was away are in {}; they are carried over.", folder);
            }
            return journal;
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "The journal (%s) cannot be read: %s. Give this user the right to read and write there."
                            .formatted(folder, unreadable.getMessage()),
                    unreadable);
        }
    }

    boolean isEmpty() {
        return journal.isEmpty();
    }

    /** Returns once all of them are on disk. */
    void append(Collection<Coming> coming) throws IOException {
        if (isFull.getAsBoolean()) {
            throw new IOException("its disk is full");
        }
        journal.append(coming.stream().map(json::writeValueAsBytes).toList());
    }

    /** Takes what waits out of the files and gives it to somebody who keeps it, some at a time, oldest first. */
    void drainTo(Keeper keeper) throws IOException {
        var moved = 0;
        for (var some = journal.oldest(TOGETHER); !some.isEmpty(); some = journal.oldest(TOGETHER)) {
            keeper.keep(
                    some.stream().map(it -> json.readValue(it, Coming.class)).toList());
            journal.forget();
            moved += some.size();
        }
        LOG.info("The database has {} deliveries now that came while it was away.", moved);
    }

    /** Keeps all of them for good, or throws. */
    @FunctionalInterface
    interface Keeper {

        void keep(List<Coming> coming);
    }
}
