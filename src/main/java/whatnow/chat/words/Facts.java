package whatnow.chat.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whatnow.chat.words.Heard.Said;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.SymptomKind;

/** Facts of one statement as they are found, and what they are about. */
final class Facts {

    private final Parsed parsed;
    private final String words;
    private final Where where;
    private final Instant now;
    private final List<Each> said = new ArrayList<>();

    /** @param isVague several things are called so, or something is missing that the fact cannot do without */
    record Each(Said said, boolean isVague) {}

    Facts(Parsed parsed, String words, Names names, Instant now) {
        this.parsed = parsed;
        this.words = words;
        this.where = new Where(parsed, names);
        this.now = now;
    }

    Parsed parsed() {
        return parsed;
    }

    String words() {
        return words;
    }

    Where where() {
        return where;
    }

    Instant now() {
        return now;
    }

    List<Each> said() {
        return said.stream().distinct().toList();
    }

    /** When it was or since when it has been. */
    Optional<Instant> at() {
        return parsed.amounts().at(now);
    }

    Map<String, Object> time(String field) {
        return at().<Map<String, Object>>map(it -> Map.of(field, it.toString())).orElse(Map.of());
    }

    boolean isOf(Topic part) {
        return parsed.names(part);
    }

    Optional<Topic> part() {
        return parsed.part();
    }

    void shows(SymptomKind kind, boolean isSo) {
        shows(kind, isSo, Optional.empty());
    }

    void shows(SymptomKind kind, boolean isSo, Optional<Double> value) {
        var fields = new TreeMap<String, Object>();
        fields.put("kind", kind.name());
        value.filter(_ -> isSo).ifPresent(it -> fields.put("value", it));
        if (kind == SymptomKind.ERRORS && !parsed.hasThings() && parsed.is(Cue.USERS)) {
            add(FactType.SYMPTOM, Subject.NOTHING, isSo, fields);
        }
        for (var place : where.services()) {
            add(FactType.SYMPTOM, place.subject(), isSo, fields, place.isVague());
        }
    }

    void addOfService(FactType type, boolean isSo) {
        add(type, where.service(), isSo, Map.of());
    }

    void add(FactType type, Subject subject, boolean isSo, Map<String, ?> fields) {
        add(type, subject, isSo, fields, where.isVague());
    }

    void add(FactType type, Subject subject, boolean isSo, Map<String, ?> fields, boolean isVague) {
        var state = isSo ? State.TRUE : State.FALSE;
        said.add(new Each(new Said(type, subject, state, new TreeMap<>(fields), words), isVague));
    }
}
