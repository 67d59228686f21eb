package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well sentences are read: for each type of fact how many of those read were expected, and how many of those expected
 * were read. A guess counts as a type of its own, because nothing is believed of it.
 *
 * @param sentences how many were read
 * @param different those that were read otherwise than expected
 */
public record WordsReport(SortedMap<String, Score> scores, int sentences, List<Difference> different) {

    /** The least that is asked of each type, for both shares. */
    public static final double ENOUGH = 0.9;

    /**
     * @param right read and expected
     * @param wrong read and not expected
     * @param missed expected and not read
     */
    public record Score(int right, int wrong, int missed) {

        public double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        public double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        boolean isEnough() {
            return precision() >= ENOUGH && recall() >= ENOUGH;
        }

        private Score plus(int right, int wrong, int missed) {
            return new Score(this.right + right, this.wrong + wrong, this.missed + missed);
        }
    }

    /** A sentence that was read otherwise than expected. */
    public record Difference(int line, String text, List<String> expected, List<String> read) {}

    public static WordsReport of(Sentences sentences, Names names) {
        var scores = new TreeMap<String, Score>();
        var different = new ArrayList<Difference>();
        for (var sentence : sentences.all()) {
            var read = Sentences.written(SentenceReader.read(sentence.text(), names, sentences.now()));
            var missed = without(sentence.expected(), read);
            var wrong = without(read, sentence.expected());
            without(read, wrong).forEach(it -> count(scores, it, 1, 0, 0));
            wrong.forEach(it -> count(scores, it, 0, 1, 0));
            missed.forEach(it -> count(scores, it, 0, 0, 1));
            if (!missed.isEmpty() || !wrong.isEmpty()) {
                different.add(new Difference(sentence.line(), sentence.text(), sentence.expected(), read));
            }
        }
        return new WordsReport(scores, sentences.all().size(), List.copyOf(different));
    }

    private static List<String> without(List<String> all, List<String> some) {
        var rest = new ArrayList<>(all);
        some.forEach(rest::remove);
        return rest;
    }

    private static void count(SortedMap<String, Score> scores, String fact, int right, int wrong, int missed) {
        var type = fact.startsWith("?") ? "guess" : fact.split(" ", 2)[0];
        scores.merge(type, new Score(right, wrong, missed), (one, _) -> one.plus(right, wrong, missed));
    }

    /** 0 when every type is read well enough, else 1. */
    public int exitCode() {
        return scores.values().stream().allMatch(Score::isEnough) ? 0 : 1;
    }

    public String text() {
        var text = new StringBuilder(
                "%-24s %9s %9s %6s %6s %6s%n".formatted("type", "precision", "recall", "right", "wrong", "missed"));
        scores.forEach((type, it) -> text.append(String.format(
                Locale.ROOT,
                "%-24s %9.2f %9.2f %6d %6d %6d%s%n",
                type,
                it.precision(),
                it.recall(),
                it.right(),
                it.wrong(),
                it.missed(),
                it.isEnough() ? "" : "  below " + ENOUGH)));
        text.append("%d sentences, %d read otherwise than expected%n".formatted(sentences, different.size()));
        different.forEach(it -> text.append("%nline %d: %s%n  expected: %s%n  read:     %s%n"
                .formatted(it.line(), it.text(), String.join("; ", it.expected()), String.join("; ", it.read()))));
        return text.toString();
    }
}
