package whatnow.knowledge.foreign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When a foreign file was last looked at, by its own word, and how often it is to be. */
final class ReviewTimes {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SPAN = Pattern.compile("(?i)(\\d{1,3})\\s*(day|week|month|year)s?");

    static Optional<LocalDate> last(Head head) {
        return Stream.of(
                        "last_reviewed",
                        "last_reviewed_on",
                        "reviewed",
                        "lastmod",
                        "last_modified_at",
                        "last_updated",
                        "updated",
                        "date")
                .flatMap(it -> head.first(it).flatMap(ReviewTimes::date).stream())
                .findFirst();
    }

    static Optional<Period> cadence(Head head) {
        return head.first("review_cadence", "review_in").flatMap(it -> period(it.strip()));
    }

    private static Optional<LocalDate> date(String written) {
        var date = DATE.matcher(written);
        if (!date.lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(date.group()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Period> period(String written) {
        var span = SPAN.matcher(written);
        if (span.matches()) {
            var number = Integer.parseInt(span.group(1));
            return Optional.of(
                    switch (span.group(2).toLowerCase(Locale.ROOT)) {
                        case "day" -> Period.ofDays(number);
                        case "week" -> Period.ofWeeks(number);
                        case "month" -> Period.ofMonths(number);
                        default -> Period.ofYears(number);
                    });
        }
        try {
            return Optional.of(Period.parse(written));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private ReviewTimes() {}
}
