package whatnow.chat.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Trouble of which the same clause says that it is over. */
final class Endings {

    private static final Set<Claim> NOUNS =
            EnumSet.of(Claim.ERRORS, Claim.SLOW, Claim.LAG, Claim.FULL, Claim.LOAD, Claim.CORRUPT);
    private static final Set<Claim> ENDS = EnumSet.of(Claim.UP, Claim.GONE, Claim.STOPPED, Claim.CAUGHT_UP, Claim.RAN);

    /** {@code errors are gone}, {@code latency is back to normal}, {@code stopped throwing errors}; but not {@code errors are up}. */
    static List<Predicate> ended(List<Predicate> predicates, List<Item> items) {
        var said = new ArrayList<>(predicates);
        for (var index = 0; index + 1 < said.size(); index++) {
            var first = said.get(index);
            var second = said.get(index + 1);
            if (isOver(first, second)) {
                var isOfCourse = second.is("up", "down");
                said.set(index, first.denied(!isOfCourse && first.isDenied() == second.isDenied()));
                said.remove(index + 1);
            } else if (NOUNS.contains(first.claim()) && second.claim() == Claim.DOWN && second.is("down")) {
                said.remove(index + 1);
            } else if (first.claim() == Claim.STOPPED && isNext(first, second, items)) {
                said.set(index + 1, second.denied(second.isDenied() == first.isDenied()));
                said.remove(index);
            }
        }
        return said;
    }

    private static boolean isOver(Predicate first, Predicate second) {
        var ends = first.claim() == Claim.LOAD ? second.claim() == Claim.UP : ENDS.contains(second.claim());
        return NOUNS.contains(first.claim()) && ends && first.at() < second.at();
    }

    private static boolean isNext(Predicate first, Predicate second, List<Item> items) {
        return first.begins("stop", "quit", "ceas")
                && IntStream.range(first.at() + 1, second.at())
                        .allMatch(it -> items.get(it).means(Cue.LIGHT));
    }

    private Endings() {}
}
