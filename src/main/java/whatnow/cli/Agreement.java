package whatnow.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far two judges agree.
 *
 * @param macroF1 the mean of F1 over every class that either of them names, so that rare ones weigh as much as common ones
 */
record Agreement(int of, double share, double macroF1) {

    /** @param right what is held to be right, and what was said */
    record Pair<T extends Comparable<T>>(T right, T said) {

        boolean isSame() {
            return right.equals(said);
        }
    }

    static <T extends Comparable<T>> Agreement of(List<Pair<T>> pairs) {
        var classes = new TreeSet<T>();
        pairs.forEach(it -> {
            classes.add(it.right());
            classes.add(it.said());
        });
        var right = counted(pairs, Pair::right);
        var said = counted(pairs, Pair::said);
        var same = counted(pairs.stream().filter(Pair::isSame).toList(), Pair::right);
        var f1 = classes.stream()
                .mapToDouble(it ->
                        2.0 * same.getOrDefault(it, 0L) / (right.getOrDefault(it, 0L) + said.getOrDefault(it, 0L)))
                .average()
                .orElse(0);
        var agreed = pairs.stream().filter(Pair::isSame).count();
        return new Agreement(pairs.size(), pairs.isEmpty() ? 0 : (double) agreed / pairs.size(), f1);
    }

    /** As if the commonest right answer were always said. */
    static <T extends Comparable<T>> Agreement ofMajority(List<Pair<T>> pairs) {
        var counts = new HashMap<>(counted(pairs, Pair::right));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(commonest -> of(pairs.stream()
                        .map(it -> new Pair<>(it.right(), commonest.getKey()))
                        .toList()))
                .orElseGet(() -> new Agreement(0, 0, 0));
    }

    private static <T extends Comparable<T>> Map<T, Long> counted(List<Pair<T>> pairs, Function<Pair<T>, T> what) {
        return pairs.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
    }
}
