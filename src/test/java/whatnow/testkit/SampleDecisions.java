package whatnow.testkit;

import static java.util.Optional.empty;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import whatnow.decision.Decision;
import whatnow.decision.DecisionLog;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Ground;
import whatnow.decision.Outcome.Reason;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Weighed;
import whatnow.incident.IncidentId;
import whatnow.plan.DegradationTier;
import whatnow.plan.PlanId;
import whatnow.plan.Reach;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.plan.Urgency;

/** One decision, the same for every question. */
public final class SampleDecisions implements DecisionLog {

    private final Decision decision;

    public SampleDecisions(IncidentId incident) {
        decision = new Decision(
                new UUID(0, 117),
                "DEC-2026-0117",
                incident,
                SampleCards.NOW.minusSeconds(40),
                inputs(),
                outcome(),
                "3f1c".repeat(16));
    }

    @Override
    public Decision append(IncidentId incident, Inputs inputs, Outcome outcome) {
        return decision;
    }

    @Override
    public Optional<Decision> latest(IncidentId incident) {
        return Optional.of(decision);
    }

    @Override
    public Map<IncidentId, Severity> severities(Collection<IncidentId> incidents) {
        return incidents.stream()
                .collect(Collectors.toMap(
                        it -> it, _ -> decision.outcome().assessment().severity()));
    }

    @Override
    public List<Decision> of(IncidentId incident) {
        return List.of(decision);
    }

    @Override
    public Optional<Decision> find(String numberOrId) {
        return numberOrId.startsWith("DEC-2026-01") ? Optional.of(decision) : empty();
    }

    private static Inputs inputs() {
        var books = new TreeMap<String, String>();
        books.put("severity", "ab12".repeat(16));
        books.put("strategy", "cd34".repeat(16));
        return new Inputs(
                new PlanId("freight"),
                "9e07".repeat(16),
                books,
                "drools 10.2.0",
                SampleCards.DATABASE,
                SampleCards.NOW.minus(Duration.ofMinutes(14)),
                false,
                List.of(),
                List.of(),
                List.of(),
                Inputs.Held.NOTHING,
                SampleCards.NOW);
    }

    private static Outcome outcome() {
        return new Outcome(
                new Outcome.Promise(
                        "database",
                        Optional.of(Duration.ofHours(4)),
                        Optional.of(Duration.ofMinutes(15)),
                        at(880),
                        List.of(),
                        List.of("S1-04")),
                new Outcome.Assessment(
                        Severity.SEV2,
                        Severity.SEV2,
                        Urgency.NOW,
                        Optional.of("L3"),
                        false,
                        "Technical Lead",
                        empty(),
                        List.of("S1-26")),
                new Outcome.Choice(
                        Optional.of(
                                weighed(StrategyKind.DB_FAILOVER, Standing.CHOSEN, Duration.ofMinutes(2), List.of())),
                        Optional.of(weighed(
                                StrategyKind.REGIONAL_FAILOVER, Standing.LARGER_REACH, Duration.ofHours(2), List.of())),
                        List.of(weighed(
                                StrategyKind.PITR,
                                Standing.VETOED,
                                Duration.ofHours(3),
                                List.of("No data is corrupt, so nothing is rewound"))),
                        empty(),
                        false),
                new Outcome.TierProposal(
                        true,
                        Optional.of(DegradationTier.SEVERE),
                        empty(),
                        List.of("writes"),
                        empty(),
                        empty(),
                        empty(),
                        List.of("Writes fail")),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Reason(
                                "severity",
                                "A critical service is down and its standby is healthy",
                                "classify-an-incident#the-table",
                                List.of("S1-26"),
                                "platform-resilience",
                                "severity SEV2 (L3 Major Outage) for database",
                                List.of(
                                        new Ground("primary seen down", Optional.of(at(80))),
                                        new Ground("standby up", Optional.of(at(52))))),
                        new Reason(
                                "strategy",
                                "The database is down and its region answers",
                                "database-instance-failure#steps",
                                List.of("S1-33"),
                                "team-database",
                                "strategy db_failover",
                                List.of(new Ground("plan row S1-33", empty())))));
    }

    private static Weighed weighed(StrategyKind kind, Standing standing, Duration recovery, List<String> vetoes) {
        return new Weighed(
                kind,
                standing,
                List.of("The database is down and its region answers"),
                Reach.values()[0],
                empty(),
                false,
                Optional.of(recovery),
                Optional.of("plan, never measured"),
                Optional.of(Duration.ZERO),
                empty(),
                Optional.of(true),
                empty(),
                "database-instance-failure#steps",
                List.of(),
                vetoes,
                List.of(),
                List.of());
    }

    private static Instant at(int secondsAgo) {
        return SampleCards.NOW.minusSeconds(secondsAgo);
    }
}
