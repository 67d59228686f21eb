package whatnow.knowledge.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The usual measures of one ranked answer, each from 0 to 1, over the first ten.
 *
 * @param ndcg gain 2^grade - 1, discounted by the logarithm of the place, over the best possible
 * @param recall of the documents that are right, at most ten
 * @param reciprocalRank of the first right one
 * @param success whether the first is right
 */
record Measures(double ndcg, double recall, double reciprocalRank, double success) {

    static Measures of(List<String> found, Map<String, Integer> grades) {
        var depth = Math.min(found.size(), Engine.DEPTH);
        var gain = 0.0;
        var right = 0;
        var first = 0.0;
        for (var place = 0; place < depth; place++) {
            var grade = grades.getOrDefault(found.get(place), 0);
            gain += discounted(grade, place);
            if (grade > 0) {
                right++;
                first = first == 0 ? 1.0 / (place + 1) : first;
            }
        }
        return new Measures(
                gain / ideal(grades),
                (double) right / Math.min(grades.size(), Engine.DEPTH),
                first,
                first == 1 ? 1 : 0);
    }

    static Measures mean(List<Measures> all) {
        return new Measures(
                all.stream().mapToDouble(Measures::ndcg).average().orElse(0),
                all.stream().mapToDouble(Measures::recall).average().orElse(0),
                all.stream().mapToDouble(Measures::reciprocalRank).average().orElse(0),
                all.stream().mapToDouble(Measures::success).average().orElse(0));
    }

    private static double ideal(Map<String, Integer> grades) {
        var sorted = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(Engine.DEPTH)
                .toList();
        var ideal = 0.0;
        for (var place = 0; place < sorted.size(); place++) {
            ideal += discounted(sorted.get(place), place);
        }
        return ideal;
    }

    private static double discounted(int grade, int place) {
        return (Math.pow(2, grade) - 1) * Math.log(2) / Math.log(place + 2.0);
    }
}
