package whatnow.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock of this machine. Only for where no database can be asked: it may differ from that of every other node. */
public final class LocalNow implements Now {

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
