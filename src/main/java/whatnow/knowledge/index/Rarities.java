package whatnow.knowledge.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How rare a word is among articles: the logarithm that BM25 takes too. Remembered as long as the index
 * does not change, because the words of titles are asked for again and again.
 */
final class Rarities {

    private static final int MOST = 50_000;

    private final IndexReader reader;
    private final Map<String, Float> known = new ConcurrentHashMap<>();

    Rarities(IndexReader reader) {
        this.reader = reader;
    }

    boolean areOf(IndexReader other) {
        return reader == other;
    }

    float of(String term) throws IOException {
        var remembered = known.get(term);
        if (remembered != null) {
            return remembered;
        }
        var rarity = read(term);
        if (known.size() < MOST) {
            known.put(term, rarity);
        }
        return rarity;
    }

    private float read(String term) throws IOException {
        var all = reader.getDocCount(Fields.BODY);
        var having =
                Math.max(reader.docFreq(new Term(Fields.BODY, term)), reader.docFreq(new Term(Fields.TITLE, term)));
        return (float) Math.log(1 + (all - having + 0.5) / (having + 0.5));
    }
}
