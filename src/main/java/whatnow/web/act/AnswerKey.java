package whatnow.web.act;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import whatnow.decision.Question;
import whatnow.incident.FactType;
import whatnow.incident.Subject;

/**
 * Which fact an answer becomes. A bare question, {@code is_data_lost}, is answered as such; {@code
 * health_check@service=database,region=us-east-1} is answered by a fact of that type about that subject.
 */
record AnswerKey(FactType type, Subject subject, SortedMap<String, Object> fields) {

    static Optional<AnswerKey> parse(String key) {
        var at = key.indexOf('@');
        if (at < 0) {
            return Arrays.stream(Question.values())
                    .filter(it -> it.key().equals(key))
                    .findFirst()
                    .map(it -> new AnswerKey(
                            FactType.ANSWER, Subject.NOTHING, new TreeMap<>(Map.of("question", it.key()))));
        }
        return Arrays.stream(FactType.values())
                .filter(it -> it.key().equals(key.substring(0, at).toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(it -> new AnswerKey(it, subject(key.substring(at + 1)), new TreeMap<>()));
    }

    private static Subject subject(String text) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(",")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return new Subject(
                Optional.ofNullable(parts.get("plan")),
                Optional.ofNullable(parts.get("service")),
                Optional.ofNullable(parts.get("region")),
                Optional.ofNullable(parts.get("zone")),
                Optional.ofNullable(parts.get("replica")));
    }
}
