package whatnow.chat.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import whatnow.chat.words.Heard.Said;

/**
 * Reads sentences of plain English into facts. What it cannot read it hands back; it never guesses a number, a place or a
 * time that was not said.
 */
public final class SentenceReader {

    /** More is a log, not a sentence; the rest is handed back unread. */
    static final int LONGEST = 2_000;

    /** Text of machines: markup, JSON, templates. */
    private static final Pattern NOISE = Pattern.compile("[{}<>]");

    private final String sentence;
    private final Names names;
    private final Instant now;

    private final List<Said> facts = new ArrayList<>();
    private final List<Said> guesses = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    private SentenceReader(String sentence, Names names, Instant now) {
        this.sentence = sentence;
        this.names = names;
        this.now = now;
    }

    /**
     * @param names of the active plans
     * @param now against which clock times and spans are read
     */
    public static Heard read(String text, Names names, Instant now) {
        var readable = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        var reader = new SentenceReader(readable, names, now);
        reader.read();
        if (text.length() > LONGEST) {
            reader.left.add("everything after the first %,d characters".formatted(LONGEST));
        }
        return new Heard(together(reader.facts), together(reader.guesses), List.copyOf(reader.left));
    }

    private void read() {
        if (NOISE.matcher(sentence).find()) {
            left.add(sentence);
            return;
        }
        var parser = new ClauseParser(names, now);
        var about = Parsed.NOTHING;
        var database = List.<Parsed.Thing>of();
        var isUnreal = false;
        var isCorrecting = false;
        var before = 0;
        var last = Parsed.NOTHING;
        for (var clause : Clause.of(Token.of(sentence))) {
            var parsed = parser.parsed(clause);
            if (clause.beginsSentence()) {
                about = Parsed.NOTHING;
                database = List.of();
                isUnreal = false;
            }
            database = parsed.databases(names).isEmpty() ? database : parsed.databases(names);
            isUnreal |= parsed.marks().contains(Meaning.UNREAL);
            if (parsed.marks().contains(Meaning.CORRECTION)) {
                takeBack(before);
                isCorrecting = true;
            }
            if (isCorrecting && saysAnother(parsed, clause)) {
                parsed = parsed.insteadOf(last);
                isCorrecting = false;
            }
            before = facts.size();
            if (isUnreal || parsed.predicates().isEmpty()) {
                about = parsed.isBare() ? about.and(parsed) : about;
                if (isUnreal || !parsed.isBare()) {
                    left.add(clause.words(sentence));
                }
                continue;
            }
            var whole = parsed.isOfDataOfNothing() ? parsed.about(database) : whole(parsed, about);
            take(whole, clause);
            about = whole;
            last = whole;
        }
    }

    /** {@code auth and api are down}: both are; {@code api is slow and throws errors}: the same api. */
    private static Parsed whole(Parsed parsed, Parsed about) {
        if (!parsed.hasThings()) {
            return parsed.needsAThing() && !parsed.isOfOthers() ? parsed.about(about.things()) : parsed;
        }
        return about.predicates().isEmpty() ? parsed.and(about) : parsed;
    }

    /** Another thing or another amount of what was said before. */
    private boolean saysAnother(Parsed parsed, Clause clause) {
        return parsed.hasThings()
                || parsed.percent().isPresent()
                || new Times(clause.tokens(), now).span().isPresent();
    }

    private void takeBack(int before) {
        while (facts.size() > before) {
            facts.removeLast();
        }
    }

    private void take(Parsed parsed, Clause clause) {
        var said = Saying.of(parsed, clause.words(sentence), new Times(clause.tokens(), now), names, now);
        if (said.isEmpty()) {
            left.add(clause.words(sentence));
        }
        var isGuess = clause.isAsked() || parsed.marks().contains(Meaning.PERHAPS);
        for (var each : said) {
            (isGuess || each.isVague() ? guesses : facts).add(each.said());
        }
    }

    /** What is said of one thing in two clauses is one fact; what was said last counts. */
    private static List<Said> together(List<Said> said) {
        var once = new LinkedHashMap<List<Object>, Said>();
        for (var each : said) {
            var key = List.<Object>of(
                    each.type(),
                    each.subject(),
                    each.state(),
                    String.valueOf(each.fields().get("kind")));
            once.merge(key, each, SentenceReader::together);
        }
        return List.copyOf(once.values());
    }

    private static Said together(Said one, Said other) {
        var fields = new TreeMap<>(one.fields());
        fields.putAll(other.fields());
        var words = one.words().contains(other.words()) ? one.words() : one.words() + " \u2026 " + other.words();
        return new Said(one.type(), one.subject(), one.state(), fields, words);
    }
}
