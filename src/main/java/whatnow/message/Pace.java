package whatnow.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to try again. Pure: chance comes in, so that two nodes do not come back in the same moment. */
final class Pace {

    /** Slack takes one message a second in a channel. */
    static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(1);

    /** A peer that is back is found back within this. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** What only a person can mend is not hurried, and is found mended by itself. */
    static final Duration REFUSED = Duration.ofMinutes(5);

    /** A peer that asks for more has lost count. */
    static final Duration MOST_ASKED = Duration.ofMinutes(10);

    private static final int MOST_DOUBLINGS = 5;

    /** @param chance from 0 to 1 */
    static Ending after(Claim claim, Answer answer, Instant now, double chance) {
        var soon = now.plus(BETWEEN_MESSAGES);
        return switch (answer) {
            case Answer.Taken it -> new Ending(Optional.of(it.posted()), true, false, none(), 0, soon, 0, soon);
            case Answer.Found it -> new Ending(Optional.of(it.posted()), false, false, none(), 0, now, 0, soon);
            case Answer.Absent _ -> new Ending(none(), true, false, none(), 0, soon, 0, soon);
            // What was deleted is said anew; unless it was only to be taken back.
            case Answer.Gone _ -> new Ending(none(), claim.isWithdrawn(), false, none(), 0, now, 0, soon);
            case Answer.Refused it ->
                new Ending(
                        claim.posted(),
                        false,
                        claim.isWithdrawn(),
                        Optional.of(it.why()),
                        claim.failures() + 1,
                        now.plus(spread(REFUSED, chance)),
                        0,
                        soon);
            case Answer.Later it -> {
                var next = now.plus(pause(claim, it, chance));
                yield new Ending(
                        claim.posted(),
                        false,
                        it.perhaps() || claim.isWithdrawn(),
                        Optional.of(it.why()),
                        claim.failures() + 1,
                        next,
                        claim.failuresOfChannel() + 1,
                        next);
            }
        };
    }

    private static Duration pause(Claim claim, Answer.Later later, double chance) {
        var doubled = BETWEEN_MESSAGES.multipliedBy(1L << Math.min(claim.failuresOfChannel(), MOST_DOUBLINGS));
        var ours = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return later.pause()
                .map(it -> it.compareTo(MOST_ASKED) < 0 ? it : MOST_ASKED)
                .map(it -> it.plus(Duration.ofMillis((long) (1000 * chance))))
                .orElseGet(() -> spread(ours, chance));
    }

    /** Half of it for sure, the other half by chance. */
    private static Duration spread(Duration whole, double chance) {
        return Duration.ofMillis((long) (whole.toMillis() * (0.5 + chance / 2)));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private Pace() {}
}
