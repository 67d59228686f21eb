package whatnow.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.TimeOrderedId;

/** One fact for each service and region: how its worst endpoint fares. Told when that changes, and again in time. */
final class HealthFacts {

    private static final FactSource SOURCE = new FactSource(FactSource.Kind.PROBE, Telling.SOURCE);

    /** A response time that stays within these of the last one is no news. */
    private static final double FASTER = 0.66;

    private static final double SLOWER = 1.5;

    /** Counts grow while nothing changes, and are told with the rest. */
    private static final List<String> NEWS = List.of("why", "errorRate", "responseMillis");

    private final Map<Subject, Fact> told;
    private final Instant now;

    /** @param told the last fact of each subject */
    HealthFacts(Map<Subject, Fact> told, Instant now) {
        this.told = told;
        this.now = now;
    }

    /** What is to be told now of all endpoints that there are. What was never observed says nothing. */
    List<Fact> due(Collection<Watched> watched) {
        var worst = new HashMap<Subject, Watched>(watched.stream()
                .filter(it -> it.course().isObserved())
                .collect(Collectors.toMap(it -> subject(it.probe()), it -> it, HealthFacts::worse)));
        var due = new ArrayList<Fact>();
        worst.forEach((subject, it) -> {
            var fact = fact(subject, it);
            if (isNews(fact)) {
                due.add(fact);
            }
        });
        told.forEach((subject, before) -> {
            if (!worst.containsKey(subject) && before.state() != State.UNKNOWN) {
                due.add(unknown(subject, "nobody looks at it any more"));
            }
        });
        due.sort(Comparator.comparing(it -> it.subject().toString()));
        return due;
    }

    /** Stands for what was told of a subject in a turn that nobody remembers. */
    static Fact stale(Subject subject, Instant now) {
        return new HealthFacts(Map.of(), now).fact(subject, State.TRUE, Map.of(), Optional.empty());
    }

    private Fact unknown(Subject subject, String why) {
        return fact(subject, State.UNKNOWN, Map.of("why", why), Optional.empty());
    }

    static Subject subject(Probe probe) {
        return subject(probe.plan().name(), probe.service(), probe.region());
    }

    static Subject subject(String plan, String service, Optional<String> region) {
        return new Subject(Optional.of(plan), Optional.of(service), region, Optional.empty(), Optional.empty());
    }

    private static Watched worse(Watched one, Watched other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(Watched watched) {
        return switch (watched.course().condition()) {
            case DOWN -> 0;
            case ERRORS -> 1;
            case UNKNOWN -> 2;
            case SLOW -> 3;
            case UP, NEVER_OBSERVED -> 4;
        };
    }

    private boolean isNews(Fact fact) {
        var before = told.get(fact.subject());
        return before == null
                || before.state() != fact.state()
                || !NEWS.stream().allMatch(it -> before.text(it).equals(fact.text(it)))
                || before.ttl()
                        .filter(it -> before.observedAt().plus(it.dividedBy(2)).isBefore(now))
                        .isPresent();
    }

    private Fact fact(Subject subject, Watched watched) {
        var course = watched.course();
        var fields = new TreeMap<String, Object>();
        if (course.condition() == Condition.UNKNOWN) {
            fields.put("why", "the observer may be cut off, or did not look for long");
        } else {
            counts(course, fields);
            millis(subject, course).ifPresent(it -> fields.put("responseMillis", it));
        }
        var ttl = Optional.of(watched.probe().believed()).filter(_ -> course.condition() != Condition.UNKNOWN);
        return fact(subject, state(course.condition()), fields, ttl);
    }

    /** Answers that are wrong are errors; tries that nobody served are failures. */
    private static void counts(Course course, Map<String, Object> fields) {
        fields.put("checks", course.own());
        fields.put("failures", course.condition() == Condition.DOWN ? course.failures() : 0);
        fields.put("changes", course.changes());
        if (course.condition() == Condition.ERRORS) {
            fields.put("errorRate", course.failures() / (double) course.own());
        }
        if (course.condition().isFailing() && !course.why().isEmpty()) {
            fields.put("why", course.why());
        }
    }

    private Optional<Long> millis(Subject subject, Course course) {
        var before = Optional.ofNullable(told.get(subject)).flatMap(it -> it.number("responseMillis"));
        return course.millis()
                .map(it -> before.filter(old -> it >= old * FASTER && it <= old * SLOWER)
                        .map(Double::longValue)
                        .orElse(it));
    }

    private static State state(Condition condition) {
        return switch (condition) {
            case UP, SLOW -> State.TRUE;
            case DOWN, ERRORS -> State.FALSE;
            case UNKNOWN, NEVER_OBSERVED -> State.UNKNOWN;
        };
    }

    private Fact fact(Subject subject, State state, Map<String, Object> fields, Optional<Duration> ttl) {
        return new Fact(
                TimeOrderedId.at(now),
                FactType.HEALTH_CHECK,
                subject,
                state,
                new TreeMap<>(fields),
                SOURCE,
                now,
                now,
                ttl,
                Optional.empty());
    }
}
