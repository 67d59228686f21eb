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

/** Turns what a clause says of things into facts. */
final class Saying {

    /** Below it a share says how things are, not that something is wrong. */
    private static final double NEARLY_FULL = 85;

    private final Parsed parsed;
    private final String words;
    private final Times times;
    private final Names names;
    private final Instant now;
    private final List<Each> said = new ArrayList<>();

    /** @param isVague several things are called so, or something is missing that the fact cannot do without */
    record Each(Said said, boolean isVague) {}

    private Saying(Parsed parsed, String words, Times times, Names names, Instant now) {
        this.parsed = parsed;
        this.words = words;
        this.times = times;
        this.names = names;
        this.now = now;
    }

    static List<Each> of(Parsed parsed, String words, Times times, Names names, Instant now) {
        var saying = new Saying(parsed, words, times, names, now);
        for (var predicate : parsed.predicates()) {
            saying.say(predicate);
        }
        return saying.said.stream().distinct().toList();
    }

    private void say(Parsed.Predicate predicate) {
        var isSo = state(!predicate.isDenied());
        switch (predicate.meaning()) {
            case DOWN -> works(state(predicate.isDenied()));
            case UP, READY -> works(isSo);
            case SLOW -> shows(SymptomKind.SLOW, isSo, Optional.empty());
            case ERRORS -> shows(SymptomKind.ERRORS, isSo, parsed.percent());
            case FULL -> shows(SymptomKind.SATURATED, isSo, parsed.percent());
            case LOAD ->
                parsed.percent()
                        .filter(it -> it >= NEARLY_FULL)
                        .ifPresent(it -> shows(SymptomKind.SATURATED, isSo, parsed.percent()));
            case CORRUPT -> add(FactType.CORRUPTION, service(), isSo, fields("since", times.at()), false);
            case FIRST_BAD_WRITE ->
                times.at()
                        .ifPresent(it -> add(
                                FactType.CORRUPTION,
                                service(),
                                State.TRUE,
                                Map.of("firstBadWrite", it.toString()),
                                false));
            case LAG -> lags(predicate.isDenied());
            case REPLAYED ->
                times.at()
                        .ifPresent(it -> add(
                                FactType.LAST_COMMIT_REPLAYED,
                                place(),
                                State.TRUE,
                                Map.of("at", it.toString()),
                                false));
            case RANSOMWARE -> intrusion("ransomware", isSo);
            case BREACH -> intrusion("breach", isSo);
            case INTRUDER -> intrusion("access", isSo);
            case LOST_DATA -> add(FactType.DATA_LOSS, service(), isSo, Map.of(), false);
            case SPOILT -> spoilt(state(predicate.isDenied()));
            case STOPPED -> stopped(state(predicate.isDenied()));
            case DEPLOYED -> deployed(isSo);
            case REPLICA,
                    BACKUP,
                    ARCHIVE,
                    STANDBY,
                    ZONE,
                    REGION,
                    DATABASE,
                    NOT,
                    PERHAPS,
                    CORRECTION,
                    ORDER,
                    UNREAL -> {}
        }
    }

    private void works(State works) {
        if (!partWorks(works)) {
            var services = services();
            services.forEach(it -> shows(it, SymptomKind.UNAVAILABLE, opposite(works), Optional.empty()));
            parsed.things().stream()
                    .filter(it -> services.isEmpty() || !it.isPlace())
                    .forEach(it -> place(it, works));
        }
    }

    /** What belongs to a database has facts of its own. Whether it was one of them. */
    private boolean partWorks(State works) {
        if (parsed.names(Meaning.BACKUP)) {
            if (works == State.TRUE) {
                add(FactType.BACKUP, service(), works, Map.of(), false);
            } else {
                add(FactType.SYMPTOM, service(), State.TRUE, Map.of("kind", SymptomKind.BACKUP_FAILED.name()), false);
            }
        } else if (parsed.names(Meaning.ARCHIVE)) {
            add(FactType.WAL_ARCHIVE, service(), works, Map.of(), false);
        } else if (parsed.names(Meaning.STANDBY)) {
            add(FactType.STANDBY, place(), works, Map.of(), false);
        } else if (parsed.names(Meaning.REPLICA)) {
            add(FactType.REPLICATION, place(), works, Map.of(), false);
        } else {
            return false;
        }
        return true;
    }

    /** A service that hangs or fails at something may serve users still: that is asked. */
    private void stopped(State works) {
        if (!partWorks(works)) {
            services().forEach(it -> vague(shown(it, SymptomKind.UNAVAILABLE, opposite(works))));
        }
    }

    private void spoilt(State trusted) {
        if (parsed.names(Meaning.BACKUP)) {
            add(FactType.BACKUP, service(), trusted, Map.of(), false);
        }
    }

    private void place(Parsed.Thing thing, State works) {
        thing.name().ifPresent(name -> {
            if (thing.is(Names.Kind.REGION)) {
                add(FactType.REGION_STATUS, region(name), works, Map.of(), false);
            }
            if (thing.is(Names.Kind.ZONE)) {
                add(FactType.ZONE_STATUS, zone(name), works, Map.of(), false);
            }
        });
    }

    private void shows(SymptomKind kind, State state, Optional<Double> value) {
        services().forEach(it -> shows(it, kind, state, value));
    }

    private void shows(Parsed.Thing service, SymptomKind kind, State state, Optional<Double> value) {
        var fields = new TreeMap<String, Object>();
        fields.put("kind", kind.name());
        value.ifPresent(it -> fields.put("value", it));
        add(
                FactType.SYMPTOM,
                subject(service.name(), where(Names.Kind.REGION)),
                state,
                fields,
                service.name().isEmpty());
    }

    private Said shown(Parsed.Thing service, SymptomKind kind, State state) {
        return new Said(
                FactType.SYMPTOM,
                subject(service.name(), where(Names.Kind.REGION)),
                state,
                new TreeMap<>(Map.of("kind", kind.name())),
                words);
    }

    private void vague(Said one) {
        said.add(new Each(one, true));
    }

    private void lags(boolean denied) {
        var isReplication = parsed.names(Meaning.REPLICA) || parsed.names(Meaning.STANDBY);
        var lag = times.span().map(it -> it.toMillis() / 1000.0).or(() -> denied ? Optional.of(0.0) : Optional.empty());
        if (lag.isPresent() && (isReplication || services().isEmpty())) {
            add(FactType.REPLICATION, place(), State.TRUE, Map.of("lagSeconds", lag.get()), false);
        } else {
            shows(SymptomKind.LAGGING, state(!denied), Optional.empty());
        }
    }

    private void intrusion(String kind, State isSo) {
        var fields = new TreeMap<String, Object>(fields("firstCompromise", times.at()));
        fields.put("kind", kind);
        add(FactType.INTRUSION, Subject.NOTHING, isSo, fields, false);
    }

    /** What was deployed when nobody says is a question: the fact has a time. */
    private void deployed(State isSo) {
        var at = isSo == State.FALSE
                ? Optional.<Instant>empty()
                : times.at().or(() -> words.contains("just") ? Optional.of(now) : Optional.empty());
        var fields = new TreeMap<String, Object>(fields("at", at));
        fields.put("what", words);
        add(FactType.DEPLOYMENT, service(), isSo, fields, isSo == State.TRUE && at.isEmpty());
    }

    private List<Parsed.Thing> services() {
        var named =
                parsed.things().stream().filter(it -> it.is(Names.Kind.SERVICE)).toList();
        return named.isEmpty() && parsed.names(Meaning.DATABASE)
                ? List.of(new Parsed.Thing(Optional.of(Names.Kind.SERVICE), Optional.empty(), names.database(), false))
                : named;
    }

    private Subject service() {
        return subject(services().stream().flatMap(it -> it.name().stream()).findFirst(), Optional.empty());
    }

    private Subject place() {
        return subject(services().stream().flatMap(it -> it.name().stream()).findFirst(), where(Names.Kind.REGION));
    }

    private Optional<String> where(Names.Kind kind) {
        return parsed.things().stream()
                .filter(it -> it.is(kind))
                .flatMap(it -> it.name().stream())
                .findFirst();
    }

    private static Subject subject(Optional<String> service, Optional<String> region) {
        return new Subject(Optional.empty(), service, region, Optional.empty(), Optional.empty());
    }

    private static Subject region(String name) {
        return subject(Optional.empty(), Optional.of(name));
    }

    private static Subject zone(String name) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty());
    }

    private static Map<String, Object> fields(String name, Optional<Instant> time) {
        return time.<Map<String, Object>>map(it -> Map.of(name, it.toString())).orElse(Map.of());
    }

    private static State state(boolean so) {
        return so ? State.TRUE : State.FALSE;
    }

    private static State opposite(State state) {
        return state == State.TRUE ? State.FALSE : State.TRUE;
    }

    private void add(FactType type, Subject subject, State state, Map<String, ?> fields, boolean isVague) {
        said.add(new Each(new Said(type, subject, state, new TreeMap<>(fields), words), isVague));
    }
}
