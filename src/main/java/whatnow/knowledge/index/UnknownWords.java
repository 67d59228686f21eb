package whatnow.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import whatnow.knowledge.question.Question;
import whatnow.knowledge.words.Token;
import whatnow.knowledge.words.Words;

/**
 * Words that no article holds, and what was probably meant: a word that begins so, because somebody is
 * still typing, or one that differs in a letter or two.
 */
final class UnknownWords {

    private static final int MOST_ENDINGS = 12;
    private static final int SHORTEST_TYPO = 4;
    private static final int LONGEST_TYPO = 40;
    private static final int MOST_TYPOS = 4;

    /** More is a text that somebody pasted. */
    private static final int MOST_TYPED = 10;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final IndexReader reader;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    UnknownWords(IndexReader reader) {
        this.reader = reader;
        checker.setMinQueryLength(SHORTEST_TYPO);
        checker.setMinPrefix(1);
        checker.setMaxEdits(2);
    }

    /**
     * @param meant by each unknown word, best first; never empty
     * @param corrected the question with each of them replaced, where one is a typo
     */
    record Guess(Map<String, List<String>> meant, Optional<String> corrected) {}

    Guess guess(String question) throws IOException {
        var meant = new LinkedHashMap<String, List<String>>();
        var corrected = new StringBuilder();
        var isCorrected = false;
        var end = 0;
        var typos = 0;
        var words = WORD.matcher(question);
        if (words.results().limit(MOST_TYPED + 1L).count() > MOST_TYPED) {
            return new Guess(Map.of(), Optional.empty());
        }
        words.reset();
        while (words.find()) {
            var word = words.group().toLowerCase(Locale.ROOT);
            if (word.length() > LONGEST_TYPO || isKnown(word)) {
                continue;
            }
            var isLast = words.end() == question.stripTrailing().length();
            var endings = isLast ? beginningWith(word) : List.<String>of();
            var similar = endings.isEmpty() && typos++ < MOST_TYPOS ? similarTo(word) : List.<String>of();
            if (!similar.isEmpty()) {
                corrected.append(question, end, words.start()).append(similar.getFirst());
                end = words.end();
                isCorrected = true;
            }
            var guesses = endings.isEmpty() ? similar : endings;
            if (!guesses.isEmpty()) {
                meant.put(word, guesses);
            }
        }
        corrected.append(question.substring(end));
        return new Guess(meant, isCorrected ? Optional.of(corrected.toString()) : Optional.empty());
    }

    /** Words that begin so, in the order of the alphabet. */
    List<String> beginningWith(String beginning) throws IOException {
        var terms = MultiTerms.getTerms(reader, Fields.SPELLING);
        if (terms == null || beginning.length() < Question.SHORTEST_BEGINNING) {
            return List.of();
        }
        var prefix = new BytesRef(beginning.toLowerCase(Locale.ROOT));
        var found = new ArrayList<String>();
        var all = terms.iterator();
        for (var term = all.seekCeil(prefix) == TermsEnum.SeekStatus.END ? null : all.term();
                term != null && found.size() < MOST_ENDINGS && StringHelper.startsWith(term, prefix);
                term = all.next()) {
            found.add(term.utf8ToString());
        }
        return found;
    }

    private boolean isKnown(String word) throws IOException {
        if (reader.docFreq(new Term(Fields.SPELLING, word)) > 0
                || reader.docFreq(new Term(Fields.TITLE_WORDS, word)) > 0) {
            return true;
        }
        for (var token : Words.of(word)) {
            if (token.kind() == Token.Kind.CONCEPT || reader.docFreq(new Term(Fields.BODY, token.text())) > 0) {
                return true;
            }
        }
        return Words.of(word).isEmpty();
    }

    private List<String> similarTo(String word) throws IOException {
        if (word.length() < SHORTEST_TYPO || word.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        var found = new ArrayList<String>();
        for (var it : checker.suggestSimilar(
                new Term(Fields.SPELLING, word), 2, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX, 0.6f)) {
            found.add(it.string);
        }
        return found;
    }
}
