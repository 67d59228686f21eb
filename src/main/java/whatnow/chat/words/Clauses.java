package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts items into clauses: at marks, at joints, and where another subject begins without either. */
final class Clauses {

    private static final String ENDS = ".!?\n\u2026";
    private static final String IGNORED = "()[]\"`/";
    private static final Set<String> PAST = Set.of(
            "was", "were", "had", "did", "went", "died", "broke", "fell", "lost", "hit", "got", "became", "came",
            "ran");

    private final List<Item> items;
    private final List<Token> tokens;
    private final List<Clause> clauses = new ArrayList<>();
    private List<Item> words = new ArrayList<>();
    private String opening = "";
    private boolean begins = true;

    private Clauses(List<Item> items, List<Token> tokens) {
        this.items = items;
        this.tokens = tokens;
    }

    static List<Clause> of(List<Item> items, List<Token> tokens) {
        var clauses = new Clauses(items, tokens);
        clauses.cut();
        return withAmounts(clauses.clauses);
    }

    private void cut() {
        for (var index = 0; index < items.size(); index++) {
            var item = items.get(index);
            if (item instanceof Item.Point mark) {
                mark(mark, index);
            } else if (item.means(Cue.JOINT) && !isBetween(index) && !isBeforeAnAmount(index)) {
                end("");
                opening = item.text();
                if (((Item.Known) item).phrase().senses().size() > 1) {
                    words.add(item);
                }
            } else {
                if (isAnotherSubject(index) || isPastWhen(index)) {
                    end("");
                }
                words.add(item);
            }
        }
        end("");
    }

    private void mark(Item.Point mark, int index) {
        if (IGNORED.contains(mark.text()) && !isAside(mark, index)) {
            return;
        }
        end(mark.text());
        opening = mark.text();
        begins |= ENDS.contains(mark.text());
    }

    /** Brackets around words that say something by themselves, and a stroke between two names. */
    private boolean isAside(Item.Point mark, int index) {
        return switch (mark.text()) {
            case "(" -> hasPredicateUntil(index, ")");
            case ")" -> !words.isEmpty() && words.stream().anyMatch(Item::claims);
            case "/" ->
                index > 0
                        && items.get(index - 1) instanceof Item.Named
                        && index + 1 < items.size()
                        && items.get(index + 1) instanceof Item.Named;
            default -> false;
        };
    }

    private boolean hasPredicateUntil(int index, String end) {
        for (var at = index + 1; at < items.size(); at++) {
            if (items.get(at) instanceof Item.Point mark && mark.text().equals(end)) {
                return false;
            }
            if (items.get(at).claims()) {
                return true;
            }
        }
        return false;
    }

    /** {@code after nine}. */
    private boolean isBeforeAnAmount(int index) {
        return !items.get(index).text().equals("and")
                && index + 1 < items.size()
                && items.get(index + 1).isAmount();
    }

    /** {@code between us-east-1 and us-west-2}. */
    private boolean isBetween(int index) {
        return items.get(index).text().equals("and")
                && words.stream()
                        .skip(Math.max(0, words.size() - 4))
                        .anyMatch(it -> it.text().equals("between"));
    }

    /** {@code db down api slow}. */
    private boolean isAnotherSubject(int index) {
        if (!(items.get(index) instanceof Item.Named) || words.isEmpty()) {
            return false;
        }
        var before = words.getLast();
        var isFree = !before.means(Cue.PLACING)
                && !(before instanceof Item.Named)
                && !before.means(Cue.NOT)
                && !(before instanceof Item.Word);
        return isFree
                && isStatement(words)
                && isSaidOf(index)
                && !words.stream()
                        .anyMatch(it -> it.means(Cue.SAYS) || it.means(Cue.PERHAPS) || it.means(Cue.HYPOTHETICAL));
    }

    private static boolean isStatement(List<Item> words) {
        var named = -1;
        for (var index = 0; index < words.size(); index++) {
            if (words.get(index) instanceof Item.Named && named < 0) {
                named = index;
            }
            if (named >= 0 && words.get(index).claims()) {
                return true;
            }
        }
        return false;
    }

    private boolean isSaidOf(int index) {
        for (var at = index + 1; at < items.size() && !(items.get(at) instanceof Item.Point); at++) {
            if (items.get(at).means(Cue.JOINT)) {
                return false;
            }
            if (items.get(at).claims()) {
                return true;
            }
        }
        return false;
    }

    /** {@code api died when redis went down}: both have happened. */
    private boolean isPastWhen(int index) {
        if (!items.get(index).means(Cue.WHEN) || words.isEmpty() || isBeforeAnAmount(index)) {
            return false;
        }
        return isPast(items.subList(index, items.size()), tokens);
    }

    static boolean isPast(List<Item> items, List<Token> tokens) {
        for (var item : items) {
            if (item instanceof Item.Point) {
                return false;
            }
            for (var at = item.from(); at < item.to(); at++) {
                var text = tokens.get(at).text();
                if (PAST.contains(text) || text.length() > 4 && text.endsWith("ed")) {
                    return true;
                }
            }
        }
        return false;
    }

    private void end(String closing) {
        if (words.isEmpty()) {
            return;
        }
        clauses.add(new Clause(List.copyOf(words), opening, closing, begins));
        words = new ArrayList<>();
        opening = "";
        begins = false;
    }

    /** An amount by itself belongs to what was said just before, or else to what comes next. */
    private static List<Clause> withAmounts(List<Clause> clauses) {
        var whole = new ArrayList<Clause>();
        for (var clause : clauses) {
            var before = whole.isEmpty() ? clause : whole.getLast();
            var isFirst = whole.isEmpty() || clause.beginsSentence() && !before.isAmount();
            if (clause.isAmount()
                    && !whole.isEmpty()
                    && before.claims()
                    && !before.closing().equals("?")
                    && !before.has(Cue.CORRECTION)) {
                whole.set(whole.size() - 1, before.and(clause));
            } else if (!isFirst && before.isAmount() && !clause.opening().isEmpty() && !clause.has(Cue.CORRECTION)) {
                whole.set(whole.size() - 1, before.and(clause));
            } else {
                whole.add(clause);
            }
        }
        return List.copyOf(whole);
    }
}
