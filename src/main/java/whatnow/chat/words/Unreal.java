package whatnow.chat.words;

import java.util.EnumSet;
import java.util.Set;

/** What is said, but not as being so now. */
final class Unreal {

    private static final Set<Cue> CUES = EnumSet.of(
            Cue.QUESTION, Cue.ORDER, Cue.COMMAND, Cue.HYPOTHETICAL, Cue.WHEN, Cue.FUTURE, Cue.OTHER_DAY, Cue.ELSEWHERE);

    /** They colour the rest of the sentence too. */
    private static final Set<Cue> LASTING = EnumSet.of(Cue.COMMAND, Cue.HYPOTHETICAL, Cue.WHEN, Cue.OTHER_DAY);

    private static final Set<Claim> STATES = EnumSet.of(
            Claim.DOWN,
            Claim.STOPPED,
            Claim.SLOW,
            Claim.ERRORS,
            Claim.FAILING,
            Claim.FULL,
            Claim.UP,
            Claim.READY,
            Claim.LAG);

    static boolean isUnreal(Parsed parsed) {
        return parsed.cues().stream().anyMatch(CUES::contains);
    }

    static Set<Cue> scope(Parsed parsed, Clause clause) {
        var lasting = EnumSet.copyOf(LASTING);
        lasting.retainAll(parsed.cues());
        if (parsed.is(Cue.QUESTION) && clause.closing().isEmpty()) {
            lasting.add(Cue.QUESTION);
        }
        return lasting;
    }

    /** {@code was down} may be over, unless it says since when. */
    static boolean isOnlyPast(Parsed parsed) {
        return parsed.is(Cue.WAS)
                && !parsed.is(Cue.STILL)
                && parsed.predicates().stream().anyMatch(it -> STATES.contains(it.claim()));
    }

    private Unreal() {}
}
