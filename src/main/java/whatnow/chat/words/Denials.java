package whatnow.chat.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words that deny are said of: {@code not}, {@code no}, {@code nobody}, a nought. */
final class Denials {

    /** Farther away a word that denies belongs to something else. */
    private static final int REACH = 6;

    /** They say no of what was said before: {@code us-east-1a isn't}; {@code no secrets} does not. */
    private static final Pattern OF_THE_LAST =
            Pattern.compile(".*n't|.*not.*|neither.*|nor.*|except.*|apart from|but for|unlike|other than");

    private static final Pattern BEHIND = Pattern.compile("rul.*|none|nil|not .*");

    private static final Set<Claim> NOUNS =
            EnumSet.of(Claim.ERRORS, Claim.SLOW, Claim.LAG, Claim.FULL, Claim.LOAD, Claim.CORRUPT);

    /** {@code stole nothing}, {@code has deleted no rows}. */
    private static final Set<Claim> TRANSITIVE = EnumSet.of(
            Claim.LOST,
            Claim.DELETED,
            Claim.STOLEN,
            Claim.BREACH,
            Claim.DEPLOYED,
            Claim.CHANGED,
            Claim.ENCRYPTED,
            Claim.SPOILT,
            Claim.GARBLED);

    private final List<Item> items;
    private final List<Integer> nots = new ArrayList<>();

    Denials(List<Item> items) {
        this.items = items;
    }

    void add(int at) {
        nots.add(at);
    }

    /** The nearest word that denies, unless something else was said in between. */
    boolean isDenied(int at, List<Predicate> before) {
        var last = before.stream()
                .mapToInt(Predicate::at)
                .filter(it -> it < at)
                .max()
                .orElse(-1);
        return nots.stream()
                                .filter(it -> it <= at && (it > last || it == at) && at - it <= REACH)
                                .count()
                        % 2
                == 1;
    }

    /** The clause only says no of what another said. */
    boolean isOfAnother(List<Predicate> predicates) {
        return !nots.isEmpty()
                && predicates.isEmpty()
                && OF_THE_LAST.matcher(items.get(nots.getLast()).text()).matches();
    }

    /** {@code errors: none}, {@code receives nothing}, {@code intrusion ruled out}. */
    void denyLast(List<Predicate> predicates) {
        if (!nots.isEmpty() && !predicates.isEmpty() && isBehind(predicates.getLast())) {
            predicates.add(predicates.removeLast().opposite());
        }
    }

    private boolean isBehind(Predicate last) {
        var not = nots.getLast();
        var isRuledOut =
                BEHIND.matcher(items.get(not).text()).matches() && !last.claim().isOfItsSubject();
        var isNothing = last.claim() == Claim.FLOWS && not == last.at() + 1;
        var isObject = TRANSITIVE.contains(last.claim()) && not == last.at() + 1;
        return not > last.at() && (isRuledOut || isNothing || isObject || NOUNS.contains(last.claim()));
    }
}
