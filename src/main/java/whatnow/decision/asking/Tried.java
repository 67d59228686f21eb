package whatnow.decision.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import whatnow.decision.asking.SampleAnswers.Sample;
import whatnow.decision.asking.Worthwhile.IfAnswered;

/** An answer that was tried, and what it would make different. */
record Tried(Sample sample, Difference difference) {

    /** Answers that lead to the same are said together: names side by side, neighbours on a scale as a range. */
    static List<IfAnswered> inWords(List<Tried> tried) {
        var together = new ArrayList<List<Tried>>();
        for (var each : tried) {
            var last = together.size() - 1;
            together.stream()
                    .filter(it -> it.getFirst().leadsToTheSameAs(each))
                    .filter(it -> !each.sample().isOnScale() || together.indexOf(it) == last)
                    .findFirst()
                    .orElseGet(() -> begun(together))
                    .add(each);
        }
        var scale = tried.stream().map(Tried::sample).filter(Sample::isOnScale).toList();
        return together.stream()
                .map(it -> new IfAnswered(
                        answers(it, scale), it.getFirst().difference().words()))
                .toList();
    }

    private static List<Tried> begun(List<List<Tried>> together) {
        var another = new ArrayList<Tried>();
        together.add(another);
        return another;
    }

    private boolean leadsToTheSameAs(Tried other) {
        return sample.scale() == other.sample.scale() && difference.words().equals(other.difference.words());
    }

    /** Nothing changes between the answers that are tried on a scale, nor beyond the first and the last of them. */
    private static String answers(List<Tried> tried, List<Sample> scale) {
        var first = tried.getFirst().sample();
        var last = tried.getLast().sample();
        if (!first.isOnScale()) {
            return tried.stream().map(it -> it.sample().words()).collect(Collectors.joining(", "));
        }
        var isLowest = first.equals(scale.getFirst());
        var isHighest = last.equals(scale.getLast());
        if (isLowest && isHighest) {
            return "any";
        }
        return isLowest
                ? "%s or %s".formatted(last.words(), last.scale().less())
                : isHighest
                        ? "%s or %s".formatted(first.words(), first.scale().more())
                        : "%s to %s".formatted(first.words(), last.words());
    }
}
