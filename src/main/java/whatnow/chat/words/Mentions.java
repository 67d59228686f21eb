package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Words between quotation marks that are only mentioned: {@code the "redis down" alert needs a better name}. What somebody
 * is quoted to say is left as it is: {@code support says "redis is down"}.
 */
final class Mentions {

    private static final Phrases PHRASES = Phrases.shipped();
    private static final Set<String> VERBS = Set.of(
            "is", "was", "are", "were", "has", "had", "isn't", "wasn't", "should", "would", "will", "can", "must",
            "needs", "means", "does", "doesn't", "to");

    private static final Set<String> TITLES =
            Set.of("name", "title", "subject", "heading", "headline", "caption", "label");

    /** {@code from "db down" to "db unreachable"}. */
    private static final Set<String> RELATING = Set.of("from", "to", "into", "as");

    /** Behind them stands a name, with or without quotation marks. */
    private static final Set<String> CALLED =
            Set.of("called", "named", "titled", "entitled", "labelled", "labeled", "dubbed");

    private final List<Item> items;
    private final List<Token> tokens;

    private Mentions(List<Item> items, List<Token> tokens) {
        this.items = items;
        this.tokens = tokens;
    }

    /** Each mention as one unknown word. */
    static List<Item> asWords(List<Item> items, List<Token> tokens) {
        return new Mentions(items, tokens).replaced();
    }

    private List<Item> replaced() {
        var replaced = new ArrayList<Item>();
        var lastClose = -1;
        for (var at = 0; at < items.size(); at++) {
            var close = isQuote(at) ? close(at) : -1;
            var isListed = at > 1 && at - 2 == lastClose && isJoint(at - 1);
            if (isCalled(at)) {
                replaced.add(new Item.Word(items.get(at).from(), items.get(at).to(), "name"));
            } else if (close > 0 && (isListed || isMentioned(at, close))) {
                replaced.add(
                        new Item.Word(items.get(at).from(), items.get(close).to(), "quotation"));
                at = close;
                lastClose = close;
            } else {
                replaced.add(items.get(at));
                if (close > 0) {
                    replaced.addAll(items.subList(at + 1, close + 1));
                    at = close;
                }
            }
        }
        return List.copyOf(replaced);
    }

    /** {@code matches "error" and "corrupt"}. */
    private boolean isJoint(int at) {
        return items.get(at).means(Cue.JOINT) || items.get(at).text().equals(",");
    }

    /** {@code the field is called data_loss}. */
    private boolean isCalled(int at) {
        var before = items.get(at).from() - 1;
        return items.get(at).claims()
                && before >= 0
                && CALLED.contains(tokens.get(before).text());
    }

    private boolean isQuote(int at) {
        return items.get(at) instanceof Item.Point mark && Set.of("\"", "`").contains(mark.text());
    }

    private int close(int open) {
        var mark = items.get(open).text();
        for (var at = open + 1; at < items.size(); at++) {
            if (items.get(at) instanceof Item.Point point && point.text().equals(mark)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isMentioned(int open, int close) {
        var saysNothing = items.subList(open, close).stream().noneMatch(Item::claims);
        if (saysNothing) {
            return false;
        }
        var isLabelled =
                isLabel(items.get(open).from() - 1) || isLabel(items.get(close).to());
        if (isLabelled || items.get(open).text().equals("`") && !isSaid(open)) {
            return true;
        }
        var isProposed = open > 0
                && (items.get(open - 1).means(Cue.CORRECTION)
                        || RELATING.contains(items.get(open - 1).text()));
        return isProposed || !isSaid(open) && goesOn(open, close);
    }

    /** {@code the alert "..."}, {@code the "..." alert}, {@code OPS-4412 "..."}. */
    private boolean isLabel(int at) {
        if (at < 0 || at >= tokens.size()) {
            return false;
        }
        var token = tokens.get(at);
        if (token.text().equals(":") && at > 0) {
            return TITLES.contains(tokens.get(at - 1).text());
        }
        return PHRASES.isLabel(token.text()) || token.isNumber() && token.isGlued();
    }

    private boolean isSaid(int open) {
        var at = open - 1;
        while (at >= 0 && (items.get(at).means(Cue.LIGHT) || items.get(at) instanceof Item.Point)) {
            at--;
        }
        return at >= 0 && items.get(at).means(Cue.SAYS);
    }

    /** The quotation does something, or something is done with it: {@code "redis down" fires too often}. */
    private boolean goesOn(int open, int close) {
        if (close + 1 >= items.size()) {
            return false;
        }
        var next = items.get(close + 1);
        return next instanceof Item.Word
                || VERBS.contains(tokens.get(next.from()).text()) && isSubject(open);
    }

    private boolean isSubject(int open) {
        return open == 0
                || items.get(open - 1) instanceof Item.Point
                || items.get(open - 1).means(Cue.LIGHT)
                || items.get(open - 1).means(Cue.JOINT);
    }
}
