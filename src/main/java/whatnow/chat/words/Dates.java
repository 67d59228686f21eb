package whatnow.chat.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times with a date, as machines write them: {@code 2026-03-01 08:22:10+00}; without a zone they are UTC. */
final class Dates {

    private static final Pattern ZONED = Pattern.compile(".*:.*(Z|[+-]\\d{2}(:?\\d{2})?)");
    private static final Pattern SHORT_ZONE = Pattern.compile("([+-]\\d{2})$");
    private static final Pattern PLAIN_ZONE = Pattern.compile("([+-]\\d{2})(\\d{2})$");

    static Optional<Clocks.Found> at(List<Token> tokens, int from) {
        try {
            var text = tokens.get(from).text();
            return text.contains(":")
                    ? Optional.of(new Clocks.Found(Optional.of(instant(text)), 1))
                    : apart(tokens, from, LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        var full = text.replace(' ', 't').toUpperCase(Locale.ROOT);
        var zoned = ZONED.matcher(full).matches() ? full : full + "Z";
        var written = PLAIN_ZONE
                .matcher(SHORT_ZONE.matcher(zoned).replaceFirst("$1:00"))
                .replaceFirst("$1:$2");
        return OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@code 2026-03-01 at 08:22}. */
    private static Optional<Clocks.Found> apart(List<Token> tokens, int from, LocalDate day) {
        var next = from + 1 < tokens.size() && tokens.get(from + 1).text().equals("at") ? from + 2 : from + 1;
        if (next >= tokens.size() || !tokens.get(next).isClock()) {
            return Optional.empty();
        }
        return DayTime.of(tokens.get(next).text())
                .map(it -> new Clocks.Found(Optional.of(day.atTime(it).toInstant(ZoneOffset.UTC)), next + 1 - from));
    }

    private Dates() {}
}
