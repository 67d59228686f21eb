package whatnow.knowledge.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import whatnow.knowledge.Article;

/**
 * Articles whose sets of shingles have 85 % in common. Found exactly and without comparing all with all: two
 * sets so alike must share one of the rarest shingles of each, so only those are looked up. A shingle that
 * stands in one article alone leads to no other and is left out.
 */
final class NearDuplicates {

    private static final double ALIKE = 0.85;

    /** @param likeness shared shingles by all shingles of both */
    record Pair(Article earlier, Article later, double likeness) {}

    private final List<Article> articles;
    private final List<long[]> sets;

    /** All shingles of all articles, sorted, as often as they occur. */
    private final long[] all;

    private NearDuplicates(List<Article> articles) {
        this.articles = articles;
        this.sets = articles.stream().map(it -> Shingles.of(text(it))).toList();
        this.all = sets.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    /** For each article that is nearly an earlier one, the one that it is most like. */
    static List<Pair> among(List<Article> articles) {
        var nearest = new HashMap<Article, Pair>();
        pairs(articles)
                .forEach(it -> nearest.merge(
                        it.later(), it, (one, other) -> one.likeness() >= other.likeness() ? one : other));
        return nearest.values().stream()
                .sorted(Comparator.comparing(it -> it.later().id()))
                .toList();
    }

    static List<Pair> pairs(List<Article> articles) {
        return new NearDuplicates(articles).pairs();
    }

    /** Without the title: in a short article it would make twins look different that differ in nothing else. */
    private static String text(Article article) {
        var body = article.body().stripLeading();
        var end = body.indexOf('\n');
        var isTitle =
                body.startsWith("# ") && article.sections().getFirst().heading().equals(article.title());
        return isTitle ? body.substring(end < 0 ? body.length() : end) : body;
    }

    private List<Pair> pairs() {
        var index = new HashMap<Long, List<Integer>>();
        var pairs = new ArrayList<Pair>();
        for (var next = 0; next < sets.size(); next++) {
            var candidates = new TreeSet<Integer>();
            for (var shingle : rarest(sets.get(next))) {
                var having = index.computeIfAbsent(shingle, _ -> new ArrayList<>());
                candidates.addAll(having);
                having.add(next);
            }
            for (var earlier : candidates) {
                var likeness = likeness(sets.get(earlier), sets.get(next));
                if (likeness >= ALIKE) {
                    pairs.add(new Pair(articles.get(earlier), articles.get(next), likeness));
                }
            }
        }
        return pairs;
    }

    /** As many of the rarest shingles as one of them must be shared; of equally rare ones the smallest number. */
    private long[] rarest(long[] set) {
        var enough = set.length - (int) Math.ceil(ALIKE * set.length) + 1;
        var counts = IntStream.range(0, set.length).map(it -> count(set[it])).toArray();
        return IntStream.range(0, set.length)
                .mapToLong(it -> ((long) counts[it] << Integer.SIZE) | it)
                .sorted()
                .limit(enough)
                .filter(it -> it >>> Integer.SIZE > 1)
                .map(it -> set[(int) it])
                .toArray();
    }

    private int count(long shingle) {
        return after(shingle, true) - after(shingle, false);
    }

    /** How many are smaller, or not greater. */
    private int after(long shingle, boolean isIncluded) {
        var low = 0;
        var high = all.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (all[middle] < shingle || (isIncluded && all[middle] == shingle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double likeness(long[] one, long[] other) {
        if (one.length < ALIKE * other.length || other.length < ALIKE * one.length) {
            return 0;
        }
        var shared = 0;
        for (int left = 0, right = 0; left < one.length && right < other.length; ) {
            var order = Long.compare(one[left], other[right]);
            shared += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
        return (double) shared / (one.length + other.length - shared);
    }
}
