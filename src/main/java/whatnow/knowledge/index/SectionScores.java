package whatnow.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Scores the sections of given articles only: they lie in the index directly before their article. */
final class SectionScores {

    private final IndexSearcher searcher;

    SectionScores(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** By the article's document; best section first; articles of which no section matches are left out. */
    Map<Integer, List<ScoreDoc>> of(ScoreDoc[] articles, Query query) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        var sorted = Arrays.stream(articles).mapToInt(it -> it.doc).sorted().toArray();
        var scores = new HashMap<Integer, List<ScoreDoc>>();
        var leaves = searcher.getLeafContexts();
        for (var next = 0; next < sorted.length; ) {
            var leaf = leaves.get(ReaderUtil.subIndex(sorted[next], leaves));
            var end = leaf.docBase + leaf.reader().maxDoc();
            var from = next;
            while (next < sorted.length && sorted[next] < end) {
                next++;
            }
            ofLeaf(leaf, weight, Arrays.copyOfRange(sorted, from, next), scores);
        }
        scores.values()
                .forEach(it -> it.sort(
                        Comparator.comparingDouble((ScoreDoc one) -> -one.score).thenComparingInt(one -> one.doc)));
        return scores;
    }

    private static void ofLeaf(
            LeafReaderContext leaf, Weight weight, int[] articles, Map<Integer, List<ScoreDoc>> scores)
            throws IOException {
        var scorer = weight.scorer(leaf);
        if (scorer == null) {
            return;
        }
        var sections = scorer.iterator();
        var counts = leaf.reader().getNumericDocValues(Fields.SECTIONS);
        for (var article : articles) {
            var document = article - leaf.docBase;
            if (!counts.advanceExact(document)) {
                continue;
            }
            var first = document - (int) counts.longValue();
            var section = sections.docID() < first ? sections.advance(first) : sections.docID();
            for (; section < document; section = sections.nextDoc()) {
                scores.computeIfAbsent(article, _ -> new ArrayList<>())
                        .add(new ScoreDoc(section + leaf.docBase, scorer.score()));
            }
        }
    }
}
