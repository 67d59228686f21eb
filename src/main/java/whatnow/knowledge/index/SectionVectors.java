package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import whatnow.knowledge.ArticleId;

/**
 * Where sections point, as far as that is known: one vector for each text, looked through one by one. One thread
 * writes; any number read what it published last.
 */
final class SectionVectors {

    /** 64 MB: some 41,000 sections of 384 numbers, or 10,000 of 1,536. */
    static final int MOST_FLOATS = 16_000_000;

    /**
     * A section and the key that its vector is kept by.
     *
     * @param place among the sections of its article, from 0
     * @param key see {@link SectionText#key}
     */
    record KeyedSection(ArticleId article, String section, int place, String key) {}

    /** @param closeness cosine, above 0 */
    record Near(ArticleId article, String section, float closeness) {}

    private record Placed(ArticleId article, String section, float[] vector) {}

    /** Beginnings first: where there is no room for all sections every article should have some. */
    private static final Comparator<KeyedSection> ORDER =
            Comparator.comparingInt(KeyedSection::place).thenComparing(KeyedSection::article);

    private final int mostFloats;
    private final Map<String, float[]> byKey = new HashMap<>();
    private final Set<String> postponed = new HashSet<>();
    private List<KeyedSection> wanted = List.of();
    private Set<String> keys = Set.of();

    /** Of these keys the first ones, as many as there is room for. */
    private Set<String> inRoom = Set.of();

    /** Of every vector; 0 until there is one. */
    private int length;

    private volatile List<Placed> placed = List.of();

    SectionVectors(int mostFloats) {
        this.mostFloats = mostFloats;
    }

    /** From now on only of these. What is known already needs not be found out again. */
    void follow(Collection<KeyedSection> sections) {
        wanted = sections.stream().sorted(ORDER).toList();
        keys = new LinkedHashSet<>();
        wanted.forEach(it -> keys.add(it.key()));
        makeRoom();
        postponed.retainAll(keys);
        publish();
    }

    private void makeRoom() {
        var most = length == 0 ? Integer.MAX_VALUE : mostFloats / length;
        inRoom = keys.stream().limit(most).collect(Collectors.toCollection(LinkedHashSet::new));
        byKey.keySet().retainAll(inRoom);
    }

    /** Keys of texts that have no vector yet, those that made trouble last. */
    List<String> missing(int most) {
        var missing = inRoom.stream().filter(it -> !byKey.containsKey(it)).toList();
        return Stream.concat(
                        missing.stream().filter(it -> !postponed.contains(it)),
                        missing.stream().filter(postponed::contains))
                .limit(most)
                .toList();
    }

    /** For each key a section whose text has it. */
    Map<String, KeyedSection> oneOfEach(Collection<String> asked) {
        var all = Set.copyOf(asked);
        var sections = new HashMap<String, KeyedSection>();
        wanted.stream().filter(it -> all.contains(it.key())).forEach(it -> sections.putIfAbsent(it.key(), it));
        return sections;
    }

    void postpone(String key) {
        postponed.add(key);
    }

    void put(Map<String, float[]> found) {
        found.forEach((key, vector) -> {
            length = vector.length;
            postponed.remove(key);
            byKey.put(key, unit(vector));
        });
        if (inRoom.size() * (long) length > mostFloats) {
            makeRoom();
        }
        publish();
    }

    /** Texts for which there is no room. */
    int leftOut() {
        return keys.size() - inRoom.size();
    }

    int known() {
        return byKey.size();
    }

    boolean isEmpty() {
        return placed.isEmpty();
    }

    /** The closest section of each article that may be shown, closest first; equals in the order of ids. */
    List<Near> nearest(float[] question, Predicate<ArticleId> mayBeShown, int most) {
        var asked = unit(question);
        var best = new HashMap<ArticleId, Near>();
        for (var it : placed) {
            var closeness = VectorUtil.dotProduct(asked, it.vector());
            var known = best.get(it.article());
            if (closeness > 0 && (known == null || closeness > known.closeness())) {
                best.put(it.article(), new Near(it.article(), it.section(), closeness));
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble((Near it) -> -it.closeness()).thenComparing(Near::article))
                .filter(it -> mayBeShown.test(it.article()))
                .limit(most)
                .toList();
    }

    private void publish() {
        var known = new ArrayList<Placed>();
        for (var it : wanted) {
            var vector = byKey.get(it.key());
            if (vector != null) {
                known.add(new Placed(it.article(), it.section(), vector));
            }
        }
        placed = List.copyOf(known);
    }

    /** Of length 1, so that a product is a cosine; what points nowhere stays so and is close to nothing. */
    private static float[] unit(float[] vector) {
        var sum = 0.0;
        for (var it : vector) {
            sum += (double) it * it;
        }
        var norm = Math.sqrt(sum);
        var unit = new float[vector.length];
        for (var at = 0; at < unit.length && norm > 0; at++) {
            unit[at] = (float) (vector[at] / norm);
        }
        return unit;
    }
}
