package whatnow.chat.announce;

import java.util.List;
import whatnow.plan.Severity;

/** Which severity is worth a sound. */
final class Graver {

    /** As cards are sorted: not knowing ranks right behind a major outage. */
    private static final List<Severity> RANKS =
            List.of(Severity.SEV1, Severity.SEV2, Severity.UNKNOWN, Severity.SEV3, Severity.SEV4, Severity.SEV5);

    static boolean is(Severity now, Severity before) {
        return RANKS.indexOf(now) < RANKS.indexOf(before);
    }

    private Graver() {}
}
