package whatnow.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of one text of an alert, in order and by sentence. What a sentence says after a word like <em>may</em> or
 * <em>check</em> is guess or advice; it is left out.
 */
final class Tokens {

    private static final int LONGEST_TEXT = 600;
    private static final int MOST_SENTENCES = 2;

    private static final String SPOKEN = "\\d+[xX]{2}|\\d+|\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|[\\p{Lo}\\p{Lm}]";
    private static final Pattern WORD = Pattern.compile(SPOKEN);
    private static final Pattern WORD_OR_END = Pattern.compile(SPOKEN + "|[.!?:;](?=\\s|$)|\\n\\s*\\n|\\s-\\s");
    private static final Pattern MEASURED = Pattern.compile(SPOKEN + "|[=!<>]=|[<>=]");
    private static final Pattern CANNOT = Pattern.compile("\\b(?:can ?not|can['’]t)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED = Pattern.compile("n['’]t\\b", Pattern.CASE_INSENSITIVE);

    /** Whose alert it is, as many senders write it behind each sentence; it says nothing of what is wrong. */
    private static final Pattern LABELS = Pattern.compile(
            "\\((?:instance|job|node|host|pod|service|cluster)(?:[:=][^()]*| [^() ]*\\d[^() ]*)\\)|(?:VALUE|LABELS) ?[=:].*",
            Pattern.DOTALL);

    /** What a matcher asks for tells the alert only where it asks for a state. */
    private static final Pattern MATCHERS = Pattern.compile("\\{[^{}]*}");

    private static final Pattern STATE_ASKED =
            Pattern.compile("(?:code|status|condition|phase|state|reason|error|type|response_flags)\\w*\\s*(=~?)\\s*"
                    + "[\"']([^\"']*)[\"']");

    private static final Pattern SERVER_ERROR = Pattern.compile("\\^?5(?:\\.\\.?|\\[|\\\\d|\\.\\*|xx|\\d\\d)[^|]*");
    private static final Pattern CALLER_ERROR = Pattern.compile("\\^?4(?:\\.\\.?|\\[|\\\\d|\\.\\*|xx|\\d\\d)[^|]*");

    private static final Set<String> GUESS_OR_ADVICE = Set.of(
            "may",
            "might",
            "could",
            "can",
            "should",
            "would",
            "if",
            "because",
            "check",
            "проверьте",
            "возможно",
            "vérifiez",
            "vérifier",
            "verifique",
            "verificar",
            "revisar",
            "comprobar",
            "prüfen",
            "posible",
            "please",
            "likely",
            "probably",
            "possible",
            "possibly",
            "potential",
            "potentially",
            "indicates",
            "indicate",
            "indicating",
            "means",
            "meaning",
            "suggests",
            "note",
            "ensure",
            "consider",
            "otherwise",
            "causing",
            "cause",
            "caused",
            "causes",
            "leading",
            "lead",
            "leads",
            "investigate",
            "see",
            "verify",
            "ignoring",
            "usually",
            "often",
            "typically",
            "normally",
            "excluding",
            "excludes",
            "eg",
            "perhaps",
            "risk",
            "risking",
            "prevent",
            "prevents",
            "avoid");

    private final List<String> words;
    private final List<Integer> sentences;
    private final Field field;

    private Tokens(List<String> words, List<Integer> sentences, Field field) {
        this.words = words;
        this.sentences = sentences;
        this.field = field;
    }

    static Tokens of(Field field, String text) {
        return switch (field) {
            case NAME, METRIC -> ofName(field, text);
            case SUMMARY, DESCRIPTION -> ofText(field, text);
            case EXPRESSION -> ofExpression(text);
        };
    }

    private static Tokens ofName(Field field, String name) {
        var words = new ArrayList<String>();
        WORD.matcher(Alert.cut(plain(name))).results().forEach(it -> words.add(lower(it.group())));
        return new Tokens(words, words.stream().map(_ -> 0).toList(), field);
    }

    private static Tokens ofText(Field field, String text) {
        var words = new ArrayList<String>();
        var sentences = new ArrayList<Integer>();
        var sentence = 0;
        var isSaid = true;
        var hasWords = false;
        var matcher = WORD_OR_END.matcher(plain(LABELS.matcher(cut(text)).replaceAll(" ")));
        while (matcher.find() && sentence < MOST_SENTENCES) {
            var found = matcher.group();
            if (!Character.isLetterOrDigit(found.codePointAt(0))) {
                sentence += hasWords ? 1 : 0;
                isSaid = true;
                hasWords = false;
                continue;
            }
            var word = lower(found);
            isSaid = isSaid && (isNameOfCheck(field, word, words) || !GUESS_OR_ADVICE.contains(word));
            hasWords = true;
            if (isSaid) {
                words.add(word);
                sentences.add(sentence);
            }
        }
        return new Tokens(words, sentences, field);
    }

    /** A summary that begins with it names a check, and advises nobody. */
    private static boolean isNameOfCheck(Field field, String word, List<String> before) {
        return field == Field.SUMMARY && before.isEmpty() && word.equals("check");
    }

    /** A query of Prometheus or of its like: names of metrics and functions, comparisons, and the states it asks for. */
    private static Tokens ofExpression(String expression) {
        var words = new ArrayList<String>();
        var asked = STATE_ASKED.matcher(cut(expression));
        var states = new StringBuilder();
        while (asked.find()) {
            var value = asked.group(2);
            states.append(' ')
                    .append(
                            SERVER_ERROR.matcher(value).matches()
                                    ? "5xx"
                                    : CALLER_ERROR.matcher(value).matches() ? "4xx" : value);
        }
        var text = MATCHERS.matcher(cut(expression)).replaceAll(" ") + states;
        MEASURED.matcher(text).results().forEach(it -> words.add(lower(it.group())));
        return new Tokens(words, words.stream().map(_ -> 0).toList(), Field.EXPRESSION);
    }

    /** {@code can't} denies as {@code cannot} does. */
    private static String plain(String text) {
        return DENIED.matcher(CANNOT.matcher(text).replaceAll("cannot")).replaceAll(" not");
    }

    static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** The words that a row's writer joined with a line below, as they are told apart in an alert: {@code p99} is two. */
    static List<String> joined(String words) {
        return Stream.of(words.split("_")).flatMap(Tokens::apart).toList();
    }

    private static Stream<String> apart(String word) {
        var end = word.endsWith("*") ? "*" : "";
        var whole = word.substring(0, word.length() - end.length());
        var parts = WORD.matcher(whole).results().map(MatchResult::group).toList();
        if (parts.isEmpty() || !String.join("", parts).equals(whole)) {
            return Stream.of(word);
        }
        return Stream.concat(parts.subList(0, parts.size() - 1).stream(), Stream.of(parts.getLast() + end));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** In a name, as in a query, words need not stand together. */
    boolean isName() {
        return field != Field.SUMMARY && field != Field.DESCRIPTION;
    }

    /** What a query leaves out it still asks about. */
    boolean isQuery() {
        return field == Field.EXPRESSION;
    }

    int size() {
        return words.size();
    }

    String word(int at) {
        return words.get(at);
    }

    int sentence(int at) {
        return sentences.get(at);
    }

    /** Where words that follow one another end; at most one other word may stand between two. Below 0 if they do not. */
    int follows(int at, List<String> rest) {
        var last = at;
        for (var wanted : rest) {
            var next = is(last + 1, at, wanted) ? last + 1 : is(last + 2, at, wanted) ? last + 2 : -1;
            if (next < 0) {
                return -1;
            }
            last = next;
        }
        return last;
    }

    private boolean is(int at, int first, String wanted) {
        if (at >= words.size() || !sentences.get(at).equals(sentences.get(first))) {
            return false;
        }
        var word = words.get(at);
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }
}
