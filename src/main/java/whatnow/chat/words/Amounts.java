package whatnow.chat.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shares, spans and times that a clause says, in their order. */
record Amounts(List<Double> percents, List<Item.Span> spans, List<Item.Clock> clocks, boolean isJustNow) {

    static final Amounts NONE = new Amounts(List.of(), List.of(), List.of(), false);

    static Amounts of(List<Item> items) {
        return new Amounts(
                said(items, Item.Percent.class).stream()
                        .map(Item.Percent::value)
                        .toList(),
                said(items, Item.Span.class),
                said(items, Item.Clock.class),
                items.stream().anyMatch(it -> it.means(Cue.JUST)));
    }

    /** {@code went from 3 min to 11 min}: it is 11 now. */
    private static <T extends Item> List<T> said(List<Item> items, Class<T> sort) {
        var said = new ArrayList<T>();
        var isFrom = false;
        for (var at = 0; at < items.size(); at++) {
            if (sort.isInstance(items.get(at))) {
                var before = at > 0 ? items.get(at - 1).text() : "";
                if (isFrom && before.equals("to") && sort != Item.Clock.class) {
                    said.removeLast();
                }
                isFrom = before.equals("from");
                said.add(sort.cast(items.get(at)));
            }
        }
        return List.copyOf(said);
    }

    boolean isNone() {
        return percents.isEmpty() && spans.isEmpty() && clocks.isEmpty();
    }

    Optional<Double> percent() {
        return percents.stream().findFirst();
    }

    /** A span that is no time: {@code 40 min}, but not {@code 40 min ago} if there is another. */
    Optional<Duration> span() {
        return spans.stream()
                .filter(it -> !it.isAgo())
                .findFirst()
                .or(() -> spans.stream().findFirst())
                .map(Item.Span::value);
    }

    /** When it was or since when it has been. */
    Optional<Instant> at(Instant now) {
        return clocks.stream()
                .findFirst()
                .map(Item.Clock::value)
                .orElseGet(() ->
                        spans.stream().filter(Item.Span::isAgo).findFirst().map(it -> now.minus(it.value())));
    }

    /** Where another amount of the same sort is said, it is that one. */
    Amounts correctedBy(Amounts other) {
        return new Amounts(
                other.percents.isEmpty() ? percents : other.percents,
                other.spans.isEmpty() ? spans : other.spans,
                other.clocks.isEmpty() ? clocks : other.clocks,
                isJustNow || other.isJustNow);
    }
}
