package whatnow.signal.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sender's words for a status mean, in any case.
 *
 * @param is where its word stands
 * @param otherwise what any other word means; empty leaves it unread
 */
record Words(Value is, SortedMap<String, Meaning> meanings, Optional<Meaning> otherwise) {

    enum Meaning {
        FIRING,
        RESOLVED,
        UNKNOWN;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What most people would choose, where a mapping lists none of its own. */
    static final SortedMap<String, Meaning> USUAL = usual();

    Optional<Meaning> meaning(String word) {
        return Optional.ofNullable(meanings.get(word.toLowerCase(Locale.ROOT))).or(() -> otherwise);
    }

    private static SortedMap<String, Meaning> usual() {
        var words = new TreeMap<String, Meaning>();
        List.of("firing", "alerting", "alert", "triggered", "trigger", "open", "problem", "critical", "warning", "down")
                .forEach(it -> words.put(it, Meaning.FIRING));
        List.of("resolved", "resolve", "ok", "up", "recovered", "recovery", "closed", "close", "cleared", "normal")
                .forEach(it -> words.put(it, Meaning.RESOLVED));
        List.of("unknown", "no_data", "nodata").forEach(it -> words.put(it, Meaning.UNKNOWN));
        return words;
    }
}
