package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Words that say one thing of one or several things.
 *
 * @param isAsked it ends in a question mark or begins as a question
 * @param beginsSentence nothing before it in its sentence
 */
record Clause(List<Token> tokens, boolean isAsked, boolean beginsSentence) {

    private static final Set<String> JOINTS = Set.of(
            "and", "but", "while", "because", "so", "then", "although", "though", "whereas", "yet", "which", "plus");

    private static final Set<String> ASKING = Set.of(
            "is", "are", "was", "were", "do", "does", "did", "has", "have", "can", "could", "should", "any", "why");

    static List<Clause> of(List<Token> tokens) {
        var clauses = new ArrayList<Clause>();
        var words = new ArrayList<Token>();
        var begins = true;
        for (var index = 0; index < tokens.size(); index++) {
            var token = tokens.get(index);
            if (!token.isMark() && !isJoint(tokens, index)) {
                words.add(token);
                continue;
            }
            begins = end(clauses, words, token.text().equals("?"), begins) && begins;
            begins |= ".!?\n".contains(token.text());
        }
        end(clauses, words, false, begins);
        return clauses;
    }

    /** {@code an hour and a half} is one span. */
    private static boolean isJoint(List<Token> tokens, int index) {
        var isHalf = index + 2 < tokens.size() && tokens.get(index + 2).text().equals("half");
        return JOINTS.contains(tokens.get(index).text()) && !isHalf;
    }

    private static boolean end(List<Clause> clauses, List<Token> words, boolean asked, boolean begins) {
        if (words.isEmpty()) {
            return true;
        }
        var isAsked = asked || ASKING.contains(words.getFirst().text());
        clauses.add(new Clause(List.copyOf(words), isAsked, begins));
        words.clear();
        return false;
    }

    /** As it was typed. */
    String words(String sentence) {
        return sentence.substring(tokens.getFirst().start(), tokens.getLast().end());
    }
}
