package whatnow.chat.words;

import java.util.List;
import java.util.Set;

/** A clause that answers what stands before it: {@code data loss: none}, {@code is the api down? no}. */
final class Answer {

    private static final Set<String> NO = Set.of("no", "none", "nope", "nil", "zero", "not", "nah");
    private static final Set<String> YES = Set.of("yes", "yep", "yup", "yeah", "aye");

    /** {@code no} says no of what has a colon or a question mark behind it, {@code yes} of what is asked. */
    static boolean isAnswer(Clause clause, List<Token> tokens) {
        var items = clause.items();
        if (clause.opening().equals(":")) {
            return isOnly(items, tokens, NO);
        }
        return clause.opening().equals("?") && (isOnly(items, tokens, NO) || isOnly(items, tokens, YES));
    }

    private static boolean isOnly(List<Item> items, List<Token> tokens, Set<String> words) {
        var first = items.getFirst();
        return words.contains(tokens.get(first.from()).text())
                && first.to() == first.from() + 1
                && items.stream().skip(1).allMatch(it -> it.means(Cue.LIGHT) || it.means(Cue.STILL));
    }

    static boolean isNo(Clause clause) {
        return !YES.contains(clause.items().getFirst().text());
    }

    private Answer() {}
}
