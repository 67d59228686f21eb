package whatnow.decision.asking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person answered, as the form holds it.
 *
 * @param key of the question, see {@link AnswerKey}
 * @param answer {@code yes}, {@code no}, one of the names offered, or anything else for not being able to see
 * @param at a time in UTC; for a loss, since when writes are given up, or blank for what the card says now
 * @param amount a number
 * @param what words
 * @param taken when a backup was taken, in UTC
 * @param how a backup was restored and checked
 * @param covers until when a backup has everything, in UTC; blank if that is when it was taken
 */
public record Answer(
        String key, String answer, String at, String amount, String what, String taken, String how, String covers) {

    public Answer(String key, String answer, String at, String amount, String what) {
        this(key, answer, at, amount, what, "", "", "");
    }

    /** One tap. */
    public static Answer of(String key, String answer) {
        return new Answer(key, answer, "", "", "");
    }

    /** The one of the names that is meant, whatever the case. */
    public Optional<String> oneOf(List<String> names) {
        return oneOf(answer, names);
    }

    public static Optional<String> oneOf(String said, List<String> names) {
        return names.stream().filter(it -> it.equalsIgnoreCase(said.strip())).findFirst();
    }

    public boolean isYes() {
        return is("yes");
    }

    public boolean isNo() {
        return is("no");
    }

    public boolean cannotSee() {
        return is("can't see") || is("unknown");
    }

    private boolean is(String word) {
        return answer.strip().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT));
    }

    /**
     * {@code 2026-11-20T02:14:10Z}, the same without the zone, or {@code 02:14:10} for the last time the clock showed
     * that.
     */
    public static Optional<Instant> time(String said, Instant now) {
        var text = said.strip().replaceFirst("(?i)\\s*(utc|z)$", "").replace(' ', 'T');
        try {
            if (text.contains("T")) {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            }
            var today = LocalTime.parse(text)
                    .atDate(now.atOffset(ZoneOffset.UTC).toLocalDate())
                    .toInstant(ZoneOffset.UTC);
            return Optional.of(today.isAfter(now) ? today.minusSeconds(86_400) : today);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Not negative. */
    public Optional<Double> number() {
        try {
            var number = Double.parseDouble(amount.strip());
            return number >= 0 && number < 1e9 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
