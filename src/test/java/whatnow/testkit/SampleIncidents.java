package whatnow.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.InMemoryIncidents;
import whatnow.incident.Incident;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.incident.TimelineEntry;
import whatnow.incident.Topology;
import whatnow.plan.PlanId;

/** The incidents behind the sample cards, numbered 0001 and up like real ones. */
public final class SampleIncidents {

    /** Every service stands alone. */
    public static final Topology NOTHING_KNOWN = new Topology() {

        @Override
        public Home home(Map<String, String> labels, String source, String service) {
            return new Home.Nowhere(service);
        }

        @Override
        public boolean linked(PlanId plan, String one, String other) {
            return false;
        }

        @Override
        public boolean has(PlanId plan, String service) {
            return false;
        }

        @Override
        public Set<String> regions(PlanId plan) {
            return Set.of();
        }
    };

    public static Incidents make() {
        var incidents = new InMemoryIncidents(NOTHING_KNOWN);
        var now = SampleCards.NOW;
        for (var i = 1; i <= 44; i++) {
            var plan = new PlanId(i % 3 == 0 ? "tracktion" : "freight");
            var incident =
                    incidents.open(plan, now.minus(Duration.ofHours(44L * 9 - i * 9L)), i == 44, Optional.empty());
            if (i < 42) {
                incidents.move(incident.id(), IncidentStatus.RESOLVED, "anna", "writes succeed from outside", now);
            } else {
                fill(incidents, incident);
            }
        }
        return incidents;
    }

    private static void fill(Incidents incidents, Incident incident) {
        var now = SampleCards.NOW;
        incidents.show(Map.of(
                incident.id(),
                List.of(new Symptom(
                        "database",
                        SymptomKind.UNAVAILABLE,
                        Optional.of("us-east-1"),
                        Optional.empty(),
                        State.TRUE,
                        now.minus(Duration.ofMinutes(14)),
                        now.minusSeconds(40),
                        Optional.empty(),
                        412,
                        false,
                        List.of("prometheus us-east-1"),
                        List.of("PostgresqlDown")))));
        incidents.learn(new Fact(
                UUID.randomUUID(),
                FactType.STANDBY,
                new Subject(
                        Optional.empty(),
                        Optional.of("database"),
                        Optional.of("us-east-1"),
                        Optional.empty(),
                        Optional.empty()),
                State.TRUE,
                new TreeMap<>(Map.of("ready", true, "capacityPercent", 100)),
                new FactSource(FactSource.Kind.PROBE, "probe"),
                now.minusSeconds(12),
                now.minusSeconds(12),
                Optional.of(Duration.ofMinutes(5)),
                Optional.of(incident.id())));
        incidents.note(
                incident.id(),
                new TimelineEntry(
                        now.minusSeconds(30), "decision", "SEV2, fail the database over", "Whatnow", Optional.empty()));
    }

    private SampleIncidents() {}
}
