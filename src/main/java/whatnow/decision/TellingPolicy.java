package whatnow.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whatnow.decision.Outcome.Telling;
import whatnow.decision.Statement.Owed;
import whatnow.rulebook.Spoken;

/** Which words are owed to whom, and when the next are due. */
final class TellingPolicy {

    static List<Telling> settle(List<Spoken> spoken) {
        return spoken.stream()
                .map(it -> (Owed) it.statement())
                .distinct()
                .map(TellingPolicy::telling)
                .sorted(Comparator.comparing((Telling it) -> it.due().orElse(Instant.MAX))
                        .thenComparing(Telling::audience)
                        .thenComparing(Telling::template))
                .toList();
    }

    /** The first one is due from the start; every later one from the one before. */
    private static Telling telling(Owed owed) {
        var row = owed.row();
        return new Telling(
                row.audience(),
                row.channels(),
                Optional.of(owed.since().plus(row.first())),
                row.every(),
                row.outside(),
                row.template(),
                row.rows());
    }

    private TellingPolicy() {}
}
