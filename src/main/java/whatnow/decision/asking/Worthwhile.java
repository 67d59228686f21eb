package whatnow.decision.asking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A question that is worth somebody's time.
 *
 * @param changes the most that an answer would change; empty where it could not be worked out
 * @param answers what would be decided by each
 */
public record Worthwhile(Askable asked, Optional<Effect> changes, List<IfAnswered> answers, Turn turn) {

    /** More than these nobody answers at night. */
    public static final int ASKED = 3;

    /** @param decided in short words, for example {@code Fail over to another region, us-west-2} */
    public record IfAnswered(String answer, String decided) {}

    /** As rules ask it, where nothing more is known of it. */
    public static Worthwhile unweighed(Askable asked) {
        return new Worthwhile(asked, Optional.empty(), List.of(), Turn.RULE);
    }

    /**
     * The three to ask. What stands before the strategy is not pushed off the card by what stands before another one, nor
     * by a gap that somebody might fill.
     *
     * @param ranked best first
     */
    public static List<Worthwhile> best(List<Worthwhile> ranked) {
        var best = new ArrayList<>(ranked.stream().limit(ASKED).toList());
        for (var each : ranked) {
            if (each.turn.isKept() && !best.contains(each)) {
                best.reversed().stream()
                        .filter(it -> it.turn.givesWay())
                        .findFirst()
                        .ifPresent(it -> best.set(best.indexOf(it), each));
            }
        }
        return best.stream().sorted(Comparator.comparing(ranked::indexOf)).toList();
    }
}
