package whatnow.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;

/** Facts and symptoms for tests. Each starts out dull and valid; a test names only what it is about. */
public final class Facts {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public static ASymptom symptom(String service, SymptomKind kind) {
        return new ASymptom(service, kind, Optional.empty(), Optional.empty(), State.TRUE, NOON, NOON, false);
    }

    public static AFact fact(FactType type) {
        return new AFact(
                type,
                Subject.NOTHING,
                State.TRUE,
                List.of(),
                new FactSource(Kind.PERSON, "anna"),
                NOON,
                Optional.empty());
    }

    /** A record is its own builder: every step returns a changed copy, so a base case can be shared. */
    public record ASymptom(
            String service,
            SymptomKind kind,
            Optional<String> region,
            Optional<String> zone,
            State state,
            Instant since,
            Instant lastSeen,
            boolean flapping) {

        public ASymptom in(String region) {
            return new ASymptom(service, kind, Optional.of(region), zone, state, since, lastSeen, flapping);
        }

        public ASymptom zone(String zone) {
            return new ASymptom(service, kind, region, Optional.of(zone), state, since, lastSeen, flapping);
        }

        public ASymptom state(State state) {
            return new ASymptom(service, kind, region, zone, state, since, lastSeen, flapping);
        }

        public ASymptom since(Instant since) {
            return new ASymptom(service, kind, region, zone, state, since, lastSeen, flapping);
        }

        public ASymptom seen(Instant lastSeen) {
            return new ASymptom(service, kind, region, zone, state, since, lastSeen, flapping);
        }

        public ASymptom isFlapping() {
            return new ASymptom(service, kind, region, zone, state, since, lastSeen, true);
        }

        public Symptom build() {
            return new Symptom(
                    service,
                    kind,
                    region,
                    zone,
                    state,
                    since,
                    lastSeen,
                    Optional.empty(),
                    1,
                    flapping,
                    List.of("alertmanager"),
                    List.of("AnAlert"));
        }
    }

    public record AFact(
            FactType type,
            Subject subject,
            State state,
            List<Object> fields,
            FactSource source,
            Instant observedAt,
            Optional<Duration> ttl) {

        public AFact service(String service) {
            return on(new Subject(
                    subject.plan(), Optional.of(service), subject.region(), subject.zone(), subject.replica()));
        }

        public AFact region(String region) {
            return on(new Subject(
                    subject.plan(), subject.service(), Optional.of(region), subject.zone(), subject.replica()));
        }

        public AFact zone(String zone) {
            return on(new Subject(
                    subject.plan(), subject.service(), subject.region(), Optional.of(zone), subject.replica()));
        }

        public AFact replica(String replica) {
            return on(new Subject(
                    subject.plan(), subject.service(), subject.region(), subject.zone(), Optional.of(replica)));
        }

        public AFact state(State state) {
            return new AFact(type, subject, state, fields, source, observedAt, ttl);
        }

        public AFact isFalse() {
            return state(State.FALSE);
        }

        public AFact with(String field, Object value) {
            var more = new ArrayList<>(fields);
            more.add(field);
            more.add(value instanceof Instant it ? it.toString() : value);
            return new AFact(type, subject, state, List.copyOf(more), source, observedAt, ttl);
        }

        public AFact by(Kind kind, String name) {
            return new AFact(type, subject, state, fields, new FactSource(kind, name), observedAt, ttl);
        }

        public AFact at(Instant at) {
            return new AFact(type, subject, state, fields, source, at, ttl);
        }

        public AFact believedFor(Duration span) {
            return new AFact(type, subject, state, fields, source, observedAt, Optional.of(span));
        }

        public Fact build() {
            var values = new TreeMap<String, Object>();
            for (var index = 0; index < fields.size(); index += 2) {
                values.put((String) fields.get(index), fields.get(index + 1));
            }
            var identity = type + "/" + subject + "/" + values + "/" + source + "/" + observedAt;
            return new Fact(
                    UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)),
                    type,
                    subject,
                    state,
                    values,
                    source,
                    observedAt,
                    observedAt,
                    ttl,
                    Optional.empty());
        }

        private AFact on(Subject subject) {
            return new AFact(type, subject, state, fields, source, observedAt, ttl);
        }
    }

    private Facts() {}
}
