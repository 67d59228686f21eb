package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person typed: words and {@code "quoted phrases"}, and nothing else.
 *
 * <p>There are no operators, wildcards or brackets, so no text is wrong and none is dear. What goes
 * beyond the limits is cut and {@link #note} says so.
 */
public record SearchWords(List<Term> terms, Optional<String> note) {

    static final int MOST_CHARACTERS = 512;
    static final int MOST_TERMS = 32;

    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"?|([^\\s\"]+)");

    record Term(String text, boolean isPhrase) {}

    public static SearchWords read(String typed) {
        var text = typed.length() > MOST_CHARACTERS ? typed.substring(0, MOST_CHARACTERS) : typed;
        var terms = new ArrayList<Term>();
        var matcher = TERM.matcher(text);
        while (matcher.find() && terms.size() <= MOST_TERMS) {
            var phrase = matcher.group(1);
            var words = phrase == null ? matcher.group(2) : phrase.strip();
            if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
                terms.add(new Term(words, phrase != null));
            }
        }
        var isCut = text.length() < typed.length() || terms.size() > MOST_TERMS;
        var kept = terms.subList(0, Math.min(terms.size(), MOST_TERMS));
        return new SearchWords(List.copyOf(kept), isCut ? Optional.of(cut()) : Optional.empty());
    }

    private static String cut() {
        return "Only the first %d characters and %d words were searched for. Try fewer words."
                .formatted(MOST_CHARACTERS, MOST_TERMS);
    }
}
