package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import whatnow.chat.words.Heard.Said;
import whatnow.incident.FactType;
import whatnow.incident.Subject;

/** Gathers what a message says: what it says twice is one fact, and what it said last counts. */
final class Hearing {

    private final List<Said> facts = new ArrayList<>();
    private final List<Said> guesses = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    static Hearing ofNothing(String words) {
        var hearing = new Hearing();
        hearing.leave(words);
        return hearing;
    }

    void leave(String words) {
        left.add(words);
    }

    List<String> left() {
        return left;
    }

    void take(List<Facts.Each> said, boolean isGuess, String words) {
        if (said.isEmpty()) {
            left.add(words);
        }
        for (var each : said) {
            var isAsked = isGuess || each.isVague();
            if (isAsked && facts.stream().anyMatch(it -> isOfTheSame(it, each.said()))) {
                continue;
            }
            if (!isAsked) {
                guesses.removeIf(it -> isOfTheSame(it, each.said()));
            }
            add(isAsked ? guesses : facts, each.said());
        }
    }

    private static void add(List<Said> known, Said said) {
        known.removeIf(it -> isOfTheSame(it, said) && it.state() != said.state());
        for (var index = 0; index < known.size(); index++) {
            var other = known.get(index);
            if (isOfTheSame(other, said)) {
                known.set(index, together(other, said));
                return;
            }
        }
        known.add(said);
    }

    private static boolean isOfTheSame(Said one, Said other) {
        return one.type() == other.type()
                && kind(one).equals(kind(other))
                && (one.subject().equals(other.subject()) || isPart(one, other) || isPart(other, one));
    }

    /** What belongs to a database is named once and meant again. */
    private static boolean isPart(Said one, Said other) {
        return switch (one.type()) {
            case REPLICATION, STANDBY, BACKUP, WAL_ARCHIVE, CORRUPTION, DATA_LOSS, LAST_COMMIT_REPLAYED, DEPLOYMENT ->
                isWithin(one.subject(), other.subject());
            default -> false;
        };
    }

    private static boolean isWithin(Subject wide, Subject narrow) {
        return (wide.service().isEmpty() || wide.service().equals(narrow.service()))
                && (wide.region().isEmpty() || wide.region().equals(narrow.region()));
    }

    private static String kind(Said said) {
        return String.valueOf(said.fields().get("kind"));
    }

    private static Said together(Said one, Said other) {
        SortedMap<String, Object> fields = new TreeMap<>(one.fields());
        fields.putAll(other.fields());
        var words = one.words().contains(other.words()) ? one.words() : one.words() + " \u2026 " + other.words();
        var subject = new Subject(
                Optional.empty(),
                first(one.subject().service(), other.subject().service()),
                first(one.subject().region(), other.subject().region()),
                one.subject().zone(),
                Optional.empty());
        return new Said(one.type(), subject, one.state(), fields, words);
    }

    private static Optional<String> first(Optional<String> one, Optional<String> other) {
        return Stream.of(one, other).flatMap(Optional::stream).findFirst();
    }

    /** Since when somebody is inside is said of the intrusion that is named, wherever that is. */
    private static void settleIntrusions(List<Said> known) {
        for (var said : List.copyOf(known)) {
            if (said.type() == FactType.INTRUSION && !said.fields().containsKey("kind")) {
                known.remove(said);
                var named = known.stream()
                        .filter(it -> it.type() == FactType.INTRUSION)
                        .findFirst();
                named.ifPresent(known::remove);
                known.add(named.map(it -> together(it, said)).orElseGet(() -> withKind(said)));
            }
        }
    }

    private static Said withKind(Said said) {
        var fields = new TreeMap<>(said.fields());
        fields.put("kind", "access");
        return new Said(said.type(), said.subject(), said.state(), fields, said.words());
    }

    Heard heard(List<String> left) {
        settleIntrusions(facts);
        settleIntrusions(guesses);
        return new Heard(List.copyOf(facts), List.copyOf(guesses), List.copyOf(left));
    }
}
