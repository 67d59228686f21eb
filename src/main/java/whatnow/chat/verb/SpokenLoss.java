package whatnow.chat.verb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whatnow.decision.asking.Answer;

/**
 * {@code regional_failover as executive sponsor, writes after 02:14:10}: whoever gives something up says what, in whose name
 * and from when, so that nobody accepts more than was read.
 */
final class SpokenLoss {

    private static final Pattern LOSS = Pattern.compile(
            "(?is)(.+?)\\s+as\\s+(.+?),?\\s+writes after\\s+(.+?)(?: are (?:gone|given up|lost))?[.!]?");

    /**
     * Empty if it is not said like that.
     *
     * @param strategies that are offered, by their keys
     */
    static Optional<Answer> of(String key, List<String> strategies, String words) {
        return Optional.of(LOSS.matcher(words.strip()))
                .filter(Matcher::matches)
                .map(it -> new Answer(key, strategy(strategies, it.group(1)), it.group(3), "", it.group(2)));
    }

    static String example(List<String> strategies) {
        return "answer %s as executive sponsor, writes after 02:14:10"
                .formatted(strategies.stream().findFirst().orElse("regional_failover"));
    }

    private static String strategy(List<String> strategies, String said) {
        return strategies.stream()
                .filter(it -> folded(it).equals(folded(said)))
                .findFirst()
                .orElse(said);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private SpokenLoss() {}
}
