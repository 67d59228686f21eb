package whatnow.chat.verb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whatnow.decision.asking.Answer;

/** {@code snapshot of 02:00, until 02:05, checked 03:10 by restoring it aside}: which backup was restored and checked. */
final class SpokenBackup {

    private static final String TIME =
            "((?:\\d{4}-\\d\\d-\\d\\d[ t])?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\s*(?:utc|z)\\b)?)";

    private static final Pattern BACKUP =
            Pattern.compile("(?is)(?:the |a )?(\\w+)(?: backup)?\\s+(?:of|from|taken(?: at)?)\\s+" + TIME
                    + "(?:,?\\s+(?:has everything |covers )?until\\s+" + TIME + ")?"
                    + ",?\\s+(?:and )?(?:restored and )?checked(?:\\s+at)?\\s+" + TIME
                    + "(?:,?\\s+(?:by |how:? )?(.+))?");

    static final String EXAMPLE = "answer snapshot of 02:00, checked 03:10 by restoring it aside";

    /** Empty if it is not said like that. */
    static Optional<Answer> of(String key, String words) {
        return Optional.of(BACKUP.matcher(words.strip()))
                .filter(Matcher::matches)
                .map(it -> new Answer(
                        key,
                        "yes",
                        it.group(4),
                        "",
                        it.group(1),
                        it.group(2),
                        Optional.ofNullable(it.group(5)).map(String::strip).orElse(""),
                        Optional.ofNullable(it.group(3)).orElse("")));
    }

    private SpokenBackup() {}
}
