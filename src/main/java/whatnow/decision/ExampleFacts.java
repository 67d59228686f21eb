package whatnow.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whatnow.decision.known.AllSilent;
import whatnow.decision.known.Answered;
import whatnow.decision.known.Approved;
import whatnow.decision.known.Approver;
import whatnow.decision.known.BackupState;
import whatnow.decision.known.Corruption;
import whatnow.decision.known.DataLossSaid;
import whatnow.decision.known.DependencyState;
import whatnow.decision.known.Deployment;
import whatnow.decision.known.Elsewhere;
import whatnow.decision.known.Forecast;
import whatnow.decision.known.HealthCheck;
import whatnow.decision.known.IncidentClock;
import whatnow.decision.known.Intrusion;
import whatnow.decision.known.LastCommit;
import whatnow.decision.known.LossAcceptance;
import whatnow.decision.known.ObserverCutOff;
import whatnow.decision.known.Overridden;
import whatnow.decision.known.PlannedRegion;
import whatnow.decision.known.Recognised;
import whatnow.decision.known.RegionStatus;
import whatnow.decision.known.Replication;
import whatnow.decision.known.RunningRecovery;
import whatnow.decision.known.Settled;
import whatnow.decision.known.Standby;
import whatnow.decision.known.TierInForce;
import whatnow.decision.known.WalArchive;
import whatnow.decision.known.ZoneStatus;
import whatnow.incident.Symptom;
import whatnow.plan.Degradation.TierTrigger;
import whatnow.plan.EscalationStep;
import whatnow.plan.FailoverCriteria;
import whatnow.plan.MessageRow;
import whatnow.plan.PlannedService;
import whatnow.plan.PlannedStrategy;
import whatnow.plan.SeverityRow;

/**
 * The facts of an example, made from what its author wrote. A fact starts out dull and valid; an
 * example names only what it is about.
 *
 * <p>Keys are the components of the records that rules see, in kebab-case. It is always noon on 1 March
 * 2026; {@code 20m ago} and {@code in 2h} are counted from there.
 */
final class ExampleFacts {

    private static final Map<String, Class<? extends Record>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("symptom", Symptom.class),
            Map.entry("service", PlannedService.class),
            Map.entry("severity-row", SeverityRow.class),
            Map.entry("escalation-step", EscalationStep.class),
            Map.entry("message-row", MessageRow.class),
            Map.entry("tier-trigger", TierTrigger.class),
            Map.entry("failover-criteria", FailoverCriteria.class),
            Map.entry("approver", Approver.class),
            Map.entry("loss-acceptance", LossAcceptance.class),
            Map.entry("clock", IncidentClock.class),
            Map.entry("settled", Settled.class),
            Map.entry("recognised", Recognised.class),
            Map.entry("forecast", Forecast.class),
            Map.entry("all-silent", AllSilent.class),
            Map.entry("observer-cut-off", ObserverCutOff.class),
            Map.entry("elsewhere", Elsewhere.class),
            Map.entry("planned-region", PlannedRegion.class),
            Map.entry("region-status", RegionStatus.class),
            Map.entry("zone-status", ZoneStatus.class),
            Map.entry("health-check", HealthCheck.class),
            Map.entry("replication", Replication.class),
            Map.entry("last-commit", LastCommit.class),
            Map.entry("standby", Standby.class),
            Map.entry("backup", BackupState.class),
            Map.entry("wal-archive", WalArchive.class),
            Map.entry("corruption", Corruption.class),
            Map.entry("intrusion", Intrusion.class),
            Map.entry("data-loss", DataLossSaid.class),
            Map.entry("deployment", Deployment.class),
            Map.entry("dependency", DependencyState.class),
            Map.entry("running-recovery", RunningRecovery.class),
            Map.entry("tier-in-force", TierInForce.class),
            Map.entry("approved", Approved.class),
            Map.entry("overridden", Overridden.class),
            Map.entry("answered", Answered.class)));

    /** What a fact is if its author says nothing, where silence would mean nothing. */
    private static final Map<Class<? extends Record>, Map<String, Object>> DULL = Map.ofEntries(
            Map.entry(
                    Symptom.class,
                    Map.of("service", "freight-api", "kind", "unavailable", "state", "true", "count", "1")),
            Map.entry(
                    PlannedService.class,
                    Map.of(
                            "name",
                            "freight-api",
                            "title",
                            "Freight API",
                            "kind",
                            "application",
                            "importance",
                            "critical",
                            "target",
                            Map.of("of", "plan"))),
            Map.entry(SeverityRow.class, Map.of("severity", "sev2", "urgency", "now", "lead", "on-call engineer")),
            Map.entry(
                    EscalationStep.class,
                    Map.of(
                            "level",
                            "L1",
                            "title",
                            "On-call",
                            "trigger",
                            "opened",
                            "roles",
                            List.of("on-call engineer"))),
            Map.entry(MessageRow.class, Map.of("audience", "users", "channels", List.of("status page"))),
            Map.entry(TierTrigger.class, Map.of("tier", "moderate")),
            Map.entry(
                    FailoverCriteria.class,
                    Map.of(
                            "failures",
                            "3",
                            "interval",
                            "30s",
                            "response-time",
                            "5s",
                            "error-rate",
                            "0.05",
                            "max-lag",
                            "5m")),
            Map.entry(Approver.class, Map.of("kind", "regional-failover", "role", "CTO", "deputy", "Operations Lead")),
            Map.entry(LossAcceptance.class, Map.of("role", "CTO", "deputy", "Operations Lead")),
            Map.entry(Settled.class, Map.of("severity", "sev2", "tier", "normal")),
            Map.entry(
                    Forecast.class,
                    Map.of("kind", "regional-failover", "planned", Map.of("kind", "regional-failover"))),
            Map.entry(PlannedStrategy.class, Map.of("reach", "region", "undo", "hard")),
            Map.entry(ObserverCutOff.class, Map.of("observer", "prober-1")),
            Map.entry(RegionStatus.class, Map.of("region", "us-east-1", "confirmations", "1")),
            Map.entry(ZoneStatus.class, Map.of("zone", "us-east-1a")),
            Map.entry(HealthCheck.class, Map.of("checks", "10", "failures", "0")),
            Map.entry(Intrusion.class, Map.of("kind", "access")),
            Map.entry(Deployment.class, Map.of("what", "release 412")),
            Map.entry(DependencyState.class, Map.of("service", "payments", "external", "true")),
            Map.entry(RunningRecovery.class, Map.of("strategy", "regional-failover", "phase", "before_promotion")));

    private final ExampleRecords records = new ExampleRecords(DULL);

    /** One fact for each kind, or one for each entry of a list; kinds may be written in the plural. */
    static List<Object> of(Map<String, Object> written) {
        var maker = new ExampleFacts();
        var facts = new ArrayList<Object>();
        written.forEach((kind, fields) -> maker.add(facts, kind, fields));
        return List.copyOf(facts);
    }

    private void add(List<Object> facts, String kind, Object fields) {
        var singular = KINDS.containsKey(kind) ? kind : kind.replaceFirst("s$", "");
        var type = KINDS.get(singular);
        if (type == null) {
            throw new IllegalArgumentException(
                    "there is no kind of fact (%s); known are %s".formatted(kind, String.join(", ", KINDS.keySet())));
        }
        var each = fields instanceof Collection<?> several ? several : List.of(fields);
        each.forEach(it -> facts.add(records.make(type, it, singular)));
    }
}
