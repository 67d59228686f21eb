package whatnow.chat.verb;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import whatnow.decision.asking.Answer;
import whatnow.now.NowCard.Unknown;

/** What was said, as the form of the question takes it. */
final class SpokenAnswer {

    private static final Pattern SPAN =
            Pattern.compile("(?i)(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)?");

    /** {@code release 2.4 at 13:50}. */
    private static final Pattern CHANGE = Pattern.compile("(?is)(.+?),?\\s+at\\s+(\\S.*)");

    static Answer of(Unknown asked, String words) {
        if (cannotSee(words)) {
            return Answer.of(asked.key(), "can't see");
        }
        return switch (asked.form()) {
            case CHOICE -> Answer.of(asked.key(), choice(asked, words));
            case TIME -> new Answer(asked.key(), "yes", words, "", "");
            case SECONDS -> new Answer(asked.key(), "yes", "", seconds(words), "");
            case CHANGE -> change(asked, words);
            case BACKUP ->
                isNo(words)
                        ? Answer.of(asked.key(), "no")
                        : SpokenBackup.of(asked.key(), words)
                                .orElseThrow(() -> refused("""
                                Say its kind, when it was taken, when it was restored and checked, and how, or that none was: \
                                %s, or: answer no""".formatted(SpokenBackup.EXAMPLE)));
            case LOSS ->
                SpokenLoss.of(asked.key(), asked.answers(), words)
                        .orElseThrow(() -> refused("""
                        Say which way is taken, in whose name, and what it gives up as the card names it: \
                        %s""".formatted(SpokenLoss.example(asked.answers()))));
        };
    }

    private static boolean cannotSee(String words) {
        return words.matches("(?i)can('|\\u2019)?t see|cannot see|unknown|don('|\\u2019)?t know|no idea");
    }

    private static boolean isNo(String words) {
        return words.matches("(?i)no|none|nothing|nope|n");
    }

    private static String choice(Unknown asked, String words) {
        var plain = words.strip().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "");
        if (asked.answers().contains("yes")) {
            return isNo(plain) ? "no" : plain.matches("y|yes|yep|yeah|it is|it does") ? "yes" : plain;
        }
        return plain;
    }

    private static String seconds(String words) {
        var span = SPAN.matcher(words.strip());
        if (!span.matches()) {
            return words;
        }
        var unit = span.group(2) == null ? "s" : span.group(2).toLowerCase(Locale.ROOT);
        var each = unit.startsWith("h") ? 3600 : unit.startsWith("m") ? 60 : 1;
        return Double.toString(Double.parseDouble(span.group(1)) * each);
    }

    private static Answer change(Unknown asked, String words) {
        if (isNo(words)) {
            return Answer.of(asked.key(), "no");
        }
        var change = CHANGE.matcher(words);
        if (!change.matches()) {
            throw refused(
                    "Say what was changed and when, in UTC, or that nothing was: answer release 2.4 at 13:50, or: answer no");
        }
        return new Answer(
                asked.key(), "yes", change.group(2).strip(), "", change.group(1).strip());
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, why);
    }

    private SpokenAnswer() {}
}
