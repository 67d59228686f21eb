package whatnow.knowledge.index;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;

/** A hash of all that an index holds of each article: terms with their places, stored text and values. */
record IndexContents(int documents, Map<String, Long> hashes) {

    static IndexContents of(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            var hashes = new TreeMap<String, Long>();
            for (var leaf : reader.leaves()) {
                add(leaf.reader(), hashes);
            }
            return new IndexContents(reader.numDocs(), hashes);
        }
    }

    /** As an index holds them that never saw anything else. */
    static IndexContents afresh(Map<ArticleId, Article> articles) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var index = new ArticleIndex(directory)) {
            index.follow(articles);
        }
        return of(directory);
    }

    static boolean isClean(Directory directory) throws IOException {
        try (var check = new CheckIndex(directory)) {
            return check.checkIndex().clean;
        }
    }

    private static void add(LeafReader leaf, Map<String, Long> hashes) throws IOException {
        var sums = new long[leaf.maxDoc()];
        for (var field : leaf.getFieldInfos()) {
            if (field.getIndexOptions() != IndexOptions.NONE) {
                addTerms(leaf, field.name, sums);
            }
            switch (field.getDocValuesType()) {
                case BINARY -> {
                    var values = leaf.getBinaryDocValues(field.name);
                    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                        sums[values.docID()] += hash(field.name, values.binaryValue());
                    }
                }
                case NUMERIC -> {
                    var values = leaf.getNumericDocValues(field.name);
                    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                        sums[values.docID()] += hash(field.name, values.longValue());
                    }
                }
                case NONE -> {}
                case SORTED, SORTED_NUMERIC, SORTED_SET ->
                    throw new AssertionError("No field was of this kind yet: " + field.name);
            }
        }
        var live = leaf.getLiveDocs();
        var stored = leaf.storedFields();
        for (var document = 0; document < leaf.maxDoc(); document++) {
            if (live == null || live.get(document)) {
                var texts = stored.document(document);
                for (var it : texts) {
                    sums[document] += hash(it.name(), it.stringValue());
                }
                var sum = sums[document];
                hashes.compute(texts.get(Fields.ID), (_, old) -> old == null ? sum : 31 * old + sum);
            }
        }
    }

    private static void addTerms(LeafReader leaf, String field, long[] sums) throws IOException {
        var terms = leaf.terms(field).iterator();
        for (var term = terms.next(); term != null; term = terms.next()) {
            var postings = terms.postings(null, PostingsEnum.ALL);
            while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                sums[postings.docID()] += hash(field, term, postings.freq());
                for (var place = 0; leaf.terms(field).hasPositions() && place < postings.freq(); place++) {
                    sums[postings.docID()] += hash(field, term, "at", postings.nextPosition());
                }
            }
        }
    }

    private static long hash(Object... parts) {
        var hash = 7L;
        for (var part : parts) {
            hash = hash * 1_099_511_628_211L + part.hashCode();
        }
        return hash * hash;
    }
}
