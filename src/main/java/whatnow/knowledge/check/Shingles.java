package whatnow.knowledge.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** A text as the set of all runs of five words in it, each as a number. */
final class Shingles {

    private static final int WORDS = 5;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}_]+");

    static List<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Sorted, each once. A text of fewer words is one shingle. */
    static long[] of(String text) {
        var words = words(text).stream().mapToLong(Shingles::hash).toArray();
        if (words.length == 0) {
            return words;
        }
        var shingles = new long[Math.max(1, words.length - WORDS + 1)];
        for (var start = 0; start < shingles.length; start++) {
            var shingle = 0L;
            for (var word = start; word < Math.min(start + WORDS, words.length); word++) {
                shingle = mix(shingle ^ words[word]);
            }
            shingles[start] = shingle;
        }
        return LongStream.of(shingles).sorted().distinct().toArray();
    }

    private static long hash(String word) {
        var hash = 0xcbf29ce484222325L;
        for (var next : word.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ next) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mix(long value) {
        var mixed = (value ^ (value >>> 32)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }

    private Shingles() {}
}
