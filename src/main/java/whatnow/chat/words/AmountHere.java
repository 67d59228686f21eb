package whatnow.chat.words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The share, time or span that begins at a word of a sentence. */
final class AmountHere {

    private static final Set<String> PERCENT = Set.of("%", "percent", "pct");
    private static final Set<String> AGO = Set.of("ago", "old", "back", "earlier");
    private static final Set<String> FOR = Set.of("for", "last", "past", "previous", "since");

    /** Words between an amount and what it is of. */
    private static final Set<String> VAGUE = Set.of(
            "about",
            "around",
            "roughly",
            "nearly",
            "almost",
            "over",
            "some",
            "good",
            "like",
            "approx",
            "approximately",
            "now",
            "the",
            "at",
            "least",
            "more",
            "than",
            "or");

    private final List<Token> tokens;
    private final Spans spans;
    private final Clocks clocks;

    AmountHere(List<Token> tokens, Instant now) {
        this.tokens = tokens;
        this.spans = new Spans(tokens);
        this.clocks = new Clocks(tokens, now);
    }

    Optional<Item> at(int from) {
        return percent(from).or(() -> clock(from)).or(() -> span(from));
    }

    private Optional<Item> percent(int from) {
        return Numerals.at(tokens, from).flatMap(number -> {
            var at = from + number.length();
            var isTwoWords = text(at).equals("per") && text(at + 1).equals("cent");
            var end = isTwoWords ? at + 2 : at + 1;
            return isTwoWords || PERCENT.contains(text(at))
                    ? Optional.of(new Item.Percent(from, end, number.value()))
                    : Optional.empty();
        });
    }

    private Optional<Item> clock(int from) {
        return clocks.at(from).map(it -> new Item.Clock(from, from + it.length(), it.at()));
    }

    private Optional<Item> span(int from) {
        return spans.at(from).map(it -> {
            var end = from + it.length();
            return new Item.Span(from, end, it.span(), isAgo(end) || isFor(from));
        });
    }

    private boolean isAgo(int end) {
        return AGO.contains(text(end)) || VAGUE.contains(text(end)) && AGO.contains(text(end + 1));
    }

    /** {@code for 20 min}, {@code for the last 20 min}, {@code since about an hour}. */
    private boolean isFor(int from) {
        for (var at = from - 1; at >= 0 && at >= from - 4; at--) {
            if (FOR.contains(text(at))) {
                return true;
            }
            if (!VAGUE.contains(text(at))) {
                return false;
            }
        }
        return false;
    }

    private String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }
}
