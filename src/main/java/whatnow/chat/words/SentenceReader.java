package whatnow.chat.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads sentences of plain English into facts. What it cannot read it hands back; it never guesses a number, a place or a
 * time that was not said.
 */
public final class SentenceReader {

    /** More is a log, not a sentence; the rest is handed back unread. */
    static final int LONGEST = 2_000;

    /** Text of machines (markup, JSON, commands, tables, pasted blocks), of other scripts, and of what hides or turns letters. */
    private static final Pattern NOISE = Pattern.compile(
            "[{}]|```|\\S;\\S+;\\S|</?[a-zA-Z!]|\\|\\||&&|\\$\\(|\\|[^|]*\\||[\\p{Cc}&&[^\\n\\r\\t]]|\\p{Cf}|[\\p{L}&&[^\\p{IsLatin}]]");

    /**
     * @param names of the active plans
     * @param now against which clock times and spans are read
     */
    public static Heard read(String text, Names names, Instant now) {
        var readable = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        var hearing = NOISE.matcher(readable).find() ? Hearing.ofNothing(readable) : hear(readable, names, now);
        var left = new ArrayList<>(hearing.left());
        if (text.length() > LONGEST) {
            left.add("everything after the first %,d characters".formatted(LONGEST));
        }
        return hearing.heard(left);
    }

    private static Hearing hear(String sentence, Names names, Instant now) {
        var tokens = Scanner.mended(Token.of(sentence), names);
        var items = Places.told(Mentions.asWords(Scanner.items(tokens, names, now), tokens));
        if (items.stream().anyMatch(it -> it.means(Cue.DRILL)) || isForeign(items)) {
            return Hearing.ofNothing(sentence);
        }
        var story = new Story(names, tokens);
        for (var clause : Clauses.of(items, tokens)) {
            story.add(clause, ClauseReader.read(clause, tokens));
        }
        var hearing = new Hearing();
        story.left().forEach(it -> hearing.leave(it.words(sentence, tokens)));
        for (var statement : story.statements()) {
            var words = statement.clause().words(sentence, tokens);
            hearing.take(Saying.of(statement.parsed(), words, names, now), statement.isGuess(), words);
        }
        return hearing;
    }

    /** One word may be a name; two are another language. */
    private static boolean isForeign(List<Item> items) {
        return items.stream().filter(it -> it.means(Cue.FOREIGN)).count() > 1;
    }

    private SentenceReader() {}
}
