package whatnow.chat.words;

import java.util.List;
import java.util.Set;

/** Whether a clause is a question, which is answered by nobody yet. */
final class Asking {

    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "do", "does", "did", "has", "have", "can", "could", "should", "isn't", "aren't",
            "hasn't", "haven't", "didn't", "doesn't", "don't", "am");

    private static final Set<String> ALWAYS = Set.of("any", "anyone", "anybody", "why");
    private static final Set<String> BEFORE_A_SUBJECT =
            Set.of("the", "our", "any", "there", "all", "we", "some", "this");

    static boolean isAsked(Clause clause, List<Token> tokens) {
        if (clause.closing().equals("?")) {
            return true;
        }
        var first = clause.items().getFirst();
        var word = tokens.get(first.from()).text();
        var isInverted = VERBS.contains(word)
                && first.to() - first.from() == 1
                && clause.items().size() > 1
                && isSubject(clause.items().get(1));
        return ALWAYS.contains(word) || isInverted;
    }

    private static boolean isSubject(Item item) {
        return item instanceof Item.Named
                || item instanceof Item.Word
                || item.means(Cue.PERSON)
                || item.means(Cue.PRONOUN)
                || item instanceof Item.Known known && isSubject(known);
    }

    private static boolean isSubject(Item.Known known) {
        return known.phrase().names() || BEFORE_A_SUBJECT.contains(known.text().split(" ", 2)[0]);
    }

    /** {@code ..., right?}: it asks whether what was said is so. */
    static boolean isTag(Clause clause) {
        return clause.closing().equals("?")
                && clause.items().stream()
                        .allMatch(it -> it.means(Cue.INTERJECTION)
                                || it.means(Cue.LIGHT)
                                || it.means(Cue.NOT)
                                || it.means(Cue.PRONOUN));
    }

    private Asking() {}
}
