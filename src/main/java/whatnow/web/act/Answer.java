package whatnow.web.act;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person answered, as the form holds it.
 *
 * @param key of the question, see {@link AnswerKey}
 * @param answer {@code yes}, {@code no}, one of the names offered, or anything else for not being able to see
 * @param at a time in UTC
 * @param amount a number
 * @param what words
 */
public record Answer(String key, String answer, String at, String amount, String what) {

    /** One tap. */
    public static Answer of(String key, String answer) {
        return new Answer(key, answer, "", "", "");
    }

    boolean isYes() {
        return is("yes");
    }

    boolean isNo() {
        return is("no");
    }

    boolean cannotSee() {
        return is("can't see") || is("unknown");
    }

    private boolean is(String word) {
        return answer.strip().toLowerCase(Locale.ROOT).equals(word);
    }

    /**
     * {@code 2026-11-20T02:14:10Z}, the same without the zone, or {@code 02:14:10} for the last time the clock showed
     * that.
     */
    Optional<Instant> time(Instant now) {
        var text = at.strip().replaceFirst("(?i)\\s*(utc|z)$", "").replace(' ', 'T');
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
    Optional<Double> number() {
        try {
            var number = Double.parseDouble(amount.strip());
            return number >= 0 && number < 1e9 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
