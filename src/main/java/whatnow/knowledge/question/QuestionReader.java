package whatnow.knowledge.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words, {@code "quoted phrases"}, {@code -without}, {@code field:value} and {@code begin*}. There are no
 * brackets and no operators, so nothing nests and nothing is a mistake: what has no meaning is a word.
 */
final class QuestionReader {

    static final int MOST_CHARACTERS = 512;
    static final int MOST_WORDS = 128;
    static final int MOST_OF_A_KIND = 8;

    private static final Pattern PIECE = Pattern.compile(
            "(?<not>-(?=[\"\\p{L}\\p{N}]))?(?:(?<field>[a-zA-Z]{2,10}):)?(?:\"(?<quoted>[^\"]*)\"?|(?<word>[^\\s\"]+))");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][^\\s]*");
    private static final int MOST_TYPED = 8;

    private final String typed;
    private final List<String> words = new ArrayList<>();
    private final List<String> beginnings = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean isCut;

    QuestionReader(String typed) {
        this.typed = typed;
    }

    Question read() {
        var text = cut();
        if (isPasted(text)) {
            words.add(text);
            return question();
        }
        var piece = PIECE.matcher(text);
        while (piece.find()) {
            add(piece.group("not") != null, piece.group("field"), piece.group("quoted"), piece.group("word"));
        }
        return question();
    }

    private Question question() {
        if (isCut) {
            notes.add(
                    "Only the first %d characters, %d words and %d phrases, filters or excluded words were searched for."
                            .formatted(MOST_CHARACTERS, MOST_WORDS, MOST_OF_A_KIND));
        }
        return new Question(
                String.join(" ", words),
                List.copyOf(beginnings),
                List.copyOf(phrases),
                List.copyOf(without),
                List.copyOf(filters),
                List.copyOf(notes));
    }

    /** Nobody types that much: it is an alert or a line of a log, and its quotes and signs are not meant for us. */
    private static boolean isPasted(String text) {
        var outside = QUOTED.matcher(text).replaceAll(" ");
        return WORD.matcher(outside).results().limit(MOST_TYPED + 1L).count() > MOST_TYPED;
    }

    /** Never in the middle of a letter that is written with two characters. */
    private String cut() {
        if (typed.length() <= MOST_CHARACTERS) {
            return typed;
        }
        isCut = true;
        var end = Character.isHighSurrogate(typed.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return typed.substring(0, end);
    }

    private void add(boolean not, String field, String quoted, String word) {
        var value = quoted == null ? word : quoted.strip();
        if (!saysAnything(value)) {
            return;
        }
        var narrowed = field == null ? Optional.<Filter.Field>empty() : Filter.Field.of(field);
        if (narrowed.isPresent() && !not) {
            keep(filters, new Filter(narrowed.get(), value), MOST_OF_A_KIND);
        } else if (field != null) {
            unknown(field, value);
            keep(words, field + " " + value, MOST_WORDS);
        } else if (not) {
            keep(without, value, MOST_OF_A_KIND);
        } else if (quoted != null) {
            keep(phrases, value, MOST_OF_A_KIND);
            keep(words, value, MOST_WORDS);
        } else {
            word(value);
        }
    }

    private void word(String value) {
        var isBeginning = value.endsWith("*") && value.length() > Question.SHORTEST_BEGINNING;
        if (isBeginning && value.chars().limit(value.length() - 1L).allMatch(Character::isLetterOrDigit)) {
            keep(beginnings, value.substring(0, value.length() - 1), MOST_OF_A_KIND);
        } else {
            keep(words, value, MOST_WORDS);
        }
    }

    /** An alert's name ends with a colon too, so this is only said of what could have been meant. */
    private void unknown(String field, String value) {
        if (notes.isEmpty() && field.equals(field.toLowerCase(Locale.ROOT)) && !value.startsWith("/")) {
            notes.add("(%s:) is no filter and was searched for as words. Filters: %s."
                    .formatted(field, Filter.Field.words()));
        }
    }

    private <T> void keep(List<T> list, T value, int most) {
        if (list.size() < most) {
            list.add(value);
        } else {
            isCut = true;
        }
    }

    private static boolean saysAnything(String value) {
        return value.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
