package whatnow.knowledge.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What engines find for the same questions, one engine after the other.
 *
 * @param answers of each engine, in the order of the engines and the questions
 */
public record Evaluation(List<Answers> answers) {

    private static final int WARM_UP = 3_000;

    /** @param found paths, best first */
    public record Answer(JudgedQuery query, List<String> found, double ndcg) {}

    /** One style of questions to one engine. Times in nanoseconds. */
    public record Figures(
            int queries, double ndcg, double recall, double reciprocalRank, double success, long p50, long p99) {}

    /** @param figures by style of question */
    public record Answers(String engine, SortedMap<String, Figures> figures, List<Answer> all) {

        /** What went worst first. */
        public List<Answer> worst(int most) {
            return all.stream()
                    .sorted(Comparator.comparingDouble(Answer::ndcg)
                            .thenComparing(it -> it.query().id()))
                    .limit(most)
                    .toList();
        }
    }

    /**
     * Weak questions are left out. Every engine answers some thousand questions before it is timed.
     *
     * @param nanos a clock that only goes forward
     */
    public static Evaluation of(List<Engine> engines, List<JudgedQuery> queries, LongSupplier nanos)
            throws IOException {
        var strong = queries.stream().filter(it -> !it.isWeak()).toList();
        var answers = new ArrayList<Answers>();
        for (var engine : engines) {
            for (var asked = 0; asked < WARM_UP && !strong.isEmpty(); asked++) {
                engine.find(strong.get(asked % strong.size()).text());
            }
            answers.add(answers(engine, strong, nanos));
        }
        return new Evaluation(List.copyOf(answers));
    }

    private static Answers answers(Engine engine, List<JudgedQuery> queries, LongSupplier nanos) throws IOException {
        var measures = new TreeMap<String, List<Measures>>();
        var times = new TreeMap<String, List<Long>>();
        var all = new ArrayList<Answer>();
        for (var query : queries) {
            var start = nanos.getAsLong();
            var found = engine.find(query.text());
            var took = nanos.getAsLong() - start;
            var measured = Measures.of(found, query.grades());
            all.add(new Answer(query, found, measured.ndcg()));
            measures.computeIfAbsent(query.style(), _ -> new ArrayList<>()).add(measured);
            times.computeIfAbsent(query.style(), _ -> new ArrayList<>()).add(took);
        }
        var figures = new TreeMap<String, Figures>();
        measures.forEach((style, those) -> figures.put(style, figures(those, times.getOrDefault(style, List.of()))));
        return new Answers(engine.name(), figures, List.copyOf(all));
    }

    private static Figures figures(List<Measures> measures, List<Long> times) {
        var mean = Measures.mean(measures);
        var sorted = times.stream().sorted().toList();
        return new Figures(
                measures.size(),
                mean.ndcg(),
                mean.recall(),
                mean.reciprocalRank(),
                mean.success(),
                at(sorted, 0.5),
                at(sorted, 0.99));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) Math.floor(sorted.size() * share)));
    }
}
