package whatnow.chat.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds in one clause what is named and what is said of it. */
final class ClauseParser {

    private static final Phrases PHRASES = Phrases.shipped();

    /** Words between names that say nothing of them. */
    private static final Set<String> EMPTY =
            Set.of("the", "a", "an", "our", "both", "all", "also", "too", "either", "now", "is", "are", "only", "even");

    /** Words with which people go on about the same thing: {@code and it is still very slow}. */
    private static final Set<String> GOING_ON = Set.of(
            "the",
            "a",
            "an",
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "been",
            "be",
            "being",
            "it",
            "its",
            "they",
            "them",
            "this",
            "that",
            "which",
            "also",
            "too",
            "now",
            "still",
            "again",
            "very",
            "really",
            "quite",
            "so",
            "totally",
            "completely",
            "only",
            "just",
            "even",
            "keeps",
            "keep",
            "kept",
            "keeping",
            "getting",
            "gets",
            "goes",
            "going",
            "went",
            "throws",
            "throwing",
            "shows",
            "showing",
            "returns",
            "returning",
            "gives",
            "giving",
            "lots",
            "many",
            "of",
            "some",
            "with",
            "since",
            "for",
            "at",
            "by",
            "about",
            "all",
            "then",
            "ever",
            "as",
            "well");

    private static final Set<String> LOST = Set.of("lost", "losing", "lose");

    private static final Set<String> PLACING = Set.of("in", "at", "of", "from", "to", "on", "inside", "within");

    private final Names names;
    private final Instant now;

    ClauseParser(Names names, Instant now) {
        this.names = names;
        this.now = now;
    }

    Parsed parsed(Clause clause) {
        var tokens = clause.tokens();
        var things = new ArrayList<Parsed.Thing>();
        var predicates = new ArrayList<Parsed.Predicate>();
        var marks = EnumSet.noneOf(Meaning.class);
        var lastNot = -10;
        var isBare = true;
        var isOfOthers = false;
        for (var index = 0; index < tokens.size(); ) {
            var at = index;
            var phrase = PHRASES.at(tokens, index);
            var named = names.at(tokens, index)
                    .filter(it -> phrase.map(other -> isBetter(it, other)).orElse(true));
            if (named.isPresent()) {
                var placed = at > 0 && isPlaced(tokens, at);
                things.add(new Parsed.Thing(
                        Optional.of(named.get().kind()),
                        Optional.empty(),
                        named.get().name(),
                        placed));
                index += named.get().length();
                continue;
            }
            if (LOST.contains(tokens.get(index).text()) && isNamed(tokens, index + 1)) {
                predicates.add(new Parsed.Predicate(Meaning.DOWN, at - lastNot <= 4, at));
                index++;
                continue;
            }
            if (phrase.isEmpty()) {
                isBare &= EMPTY.contains(tokens.get(index).text());
                isOfOthers |= predicates.isEmpty()
                        && !GOING_ON.contains(tokens.get(index).text());
                index++;
                continue;
            }
            var meaning = phrase.get().meaning();
            index += phrase.get().length();
            if (meaning == Meaning.NOT) {
                lastNot = at;
            } else if (meaning.isPredicate()) {
                predicates.add(new Parsed.Predicate(meaning, at - lastNot <= 4, at));
            } else if (meaning == Meaning.ORDER) {
                isBare = false;
                if (at == 0) {
                    marks.add(Meaning.UNREAL);
                }
            } else if (meaning == Meaning.UNREAL) {
                if (!new Times(tokens, now).isYesterdayAt()) {
                    marks.add(meaning);
                }
            } else if (meaning == Meaning.PERHAPS || meaning == Meaning.CORRECTION) {
                marks.add(meaning);
            } else {
                things.add(new Parsed.Thing(Optional.empty(), Optional.of(meaning), Optional.empty(), false));
            }
        }
        if (predicates.stream().anyMatch(it -> wasOnly(tokens, it))) {
            if (times(tokens).at().isPresent()) {
                return Parsed.onlyNaming(things);
            }
            marks.add(Meaning.PERHAPS);
        }
        isBare &= !things.isEmpty() && marks.isEmpty() && lastNot < 0;
        return new Parsed(
                List.copyOf(things), List.copyOf(predicates), Set.copyOf(marks), percent(tokens), isBare, isOfOthers);
    }

    private Times times(List<Token> tokens) {
        return new Times(tokens, now);
    }

    private boolean isNamed(List<Token> tokens, int index) {
        var from = index < tokens.size() && tokens.get(index).text().equals("the") ? index + 1 : index;
        return from < tokens.size()
                && (names.at(tokens, from).isPresent()
                        || PHRASES.at(tokens, from)
                                .filter(it -> it.meaning() == Meaning.DATABASE)
                                .isPresent());
    }

    private static boolean isBetter(Names.Named name, Phrases.Found phrase) {
        return name.length() > phrase.length()
                || name.length() == phrase.length() && !phrase.meaning().isPartOfADatabase();
    }

    /** {@code in us-east-1}, {@code in the us-east-1 region}. */
    private static boolean isPlaced(List<Token> tokens, int at) {
        var before = tokens.get(at - 1).text();
        return PLACING.contains(before)
                || before.equals("the")
                        && at > 1
                        && PLACING.contains(tokens.get(at - 2).text());
    }

    /** {@code was down} is over, unless it says since when. */
    private boolean wasOnly(List<Token> tokens, Parsed.Predicate predicate) {
        var isState = switch (predicate.meaning()) {
            case DOWN, STOPPED, SLOW, ERRORS, FULL, UP, READY, LAG -> true;
            default -> false;
        };
        return isState
                && tokens.stream()
                        .limit(predicate.at() + 1L)
                        .anyMatch(it -> it.text().equals("was") || it.text().equals("were"))
                && !times(tokens).isSince();
    }

    private static Optional<Double> percent(List<Token> tokens) {
        for (var index = 0; index + 1 < tokens.size(); index++) {
            var unit = tokens.get(index + 1).text();
            if (tokens.get(index).isNumber() && (unit.equals("%") || unit.equals("percent"))) {
                return Optional.of(Double.parseDouble(tokens.get(index).text()));
            }
        }
        return Optional.empty();
    }
}
