package whatnow.chat.words;

import java.util.List;

/** How a clause goes on from the one before it. */
final class Turn {

    /** {@code print the slides and hang them up}, {@code note when the api went down}. */
    static boolean isOrderedToo(Clause clause) {
        var first = clause.items().getFirst();
        return first.means(Cue.WHEN)
                || List.of("while", "until").contains(clause.opening())
                || List.of("and", "then", "or", ",").contains(clause.opening()) && first.claims();
    }

    /** {@code ..., no, that was at 10:10}; {@code data loss: no} is an answer. */
    static boolean isNo(Clause clause) {
        return clause.items().size() == 1
                && clause.has(Cue.NOT)
                && clause.items().getFirst().text().equals("no")
                && !clause.opening().equals(":")
                && !clause.opening().isEmpty();
    }

    /** {@code crashed while replaying}. */
    static boolean isInPassing(Clause clause, Parsed parsed) {
        return clause.opening().equals("while")
                && !parsed.hasThings()
                && parsed.predicates().stream().allMatch(it -> it.claim() == Claim.FLOWS);
    }

    static boolean isAnother(Parsed parsed) {
        return parsed.hasThings() || !parsed.amounts().isNone() || parsed.saysSomething();
    }

    private Turn() {}
}
