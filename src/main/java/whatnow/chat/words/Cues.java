package whatnow.chat.words;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Cues of a clause, without those that count only at its beginning, or only of what is not past. */
final class Cues {

    private static final Set<String> LOOKS = Set.of("looks", "look");
    private static final Set<Claim> BAD = EnumSet.of(Claim.DOWN, Claim.GONE, Claim.STOPPED, Claim.CORRUPT, Claim.FULL);

    private final Clause clause;
    private final List<Item> items;
    private final List<Token> tokens;
    private final Set<Cue> cues = EnumSet.noneOf(Cue.class);

    Cues(Clause clause, List<Token> tokens) {
        this.clause = clause;
        this.items = clause.items();
        this.tokens = tokens;
    }

    /** {@code after 9} is a time and no condition. */
    void add(Cue cue, int at) {
        if (cue != Cue.WHEN || at + 1 >= items.size() || !items.get(at + 1).isAmount()) {
            cues.add(cue);
        }
    }

    Set<Cue> settled(List<Predicate> predicates) {
        var first = first();
        keepIf(Cue.QUESTION, mayAsk() && first.means(Cue.QUESTION));
        keepIf(Cue.ORDER, first.means(Cue.ORDER));
        keepIf(Cue.COMMAND, first.means(Cue.COMMAND));
        keepIf(Cue.OTHER_DAY, !isYesterdayAt());
        keepIf(Cue.WHEN, !Clauses.isPast(items, tokens) && !isDeployment(predicates));
        if (predicates.stream().anyMatch(this::isByItsLook)) {
            cues.add(Cue.PERHAPS);
        }
        if (first.means(Cue.INVERTED)) {
            cues.add(Cue.HYPOTHETICAL);
        }
        return Set.copyOf(cues);
    }

    /** {@code looks dead}; but {@code looks fine} was looked at. */
    private boolean isByItsLook(Predicate said) {
        return said.at() > 0 && LOOKS.contains(items.get(said.at() - 1).text()) && BAD.contains(said.claim());
    }

    private void keepIf(Cue cue, boolean isMeant) {
        if (!isMeant) {
            cues.remove(cue);
        }
    }

    private boolean mayAsk() {
        return clause.beginsSentence() || clause.closing().equals("?");
    }

    private boolean isYesterdayAt() {
        return items.stream().anyMatch(Item.Clock.class::isInstance)
                && items.stream().anyMatch(it -> it.text().equals("yesterday"));
    }

    private boolean isDeployment(List<Predicate> predicates) {
        return predicates.stream().anyMatch(it -> it.claim() == Claim.DEPLOYED)
                && items.stream().anyMatch(Item::isAmount);
    }

    /** The first item that says something. */
    private Item first() {
        return items.stream().filter(it -> !isEmpty(it)).findFirst().orElse(items.getFirst());
    }

    private static boolean isEmpty(Item item) {
        return (item.means(Cue.INTERJECTION) || item.means(Cue.LIGHT))
                && !item.means(Cue.USERS)
                && !item.means(Cue.SENDER);
    }
}
