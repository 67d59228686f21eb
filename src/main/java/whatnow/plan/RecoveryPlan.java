package whatnow.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that was decided in advance for one system.
 *
 * @param scale whether the plan has severity levels of its own; without, every severity is assumed
 * @param lossAcceptance who may accept a loss beyond the RPO; empty where the plan names nobody
 * @param degradation empty where the plan has no tiers: another plan's are never borrowed
 * @param reference tables that people read, by name: backups, retention, drills, risks, validation, ...
 * @param sha256 of the text it was read from
 */
public record RecoveryPlan(
        PlanId id,
        String title,
        String source,
        Match match,
        Duration linkWindow,
        boolean scale,
        Target target,
        List<ServiceTier> tiers,
        List<PlannedService> services,
        List<SeverityRow> severities,
        List<PlannedStrategy> strategies,
        Optional<FailoverCriteria> failover,
        Optional<LossApproval> lossAcceptance,
        List<Wave> restoration,
        List<EscalationStep> escalation,
        List<Contact> contacts,
        Optional<Degradation> degradation,
        List<MessageRow> messages,
        List<Threshold> thresholds,
        Map<String, List<ReferenceRow>> reference,
        List<Disagreement> disagreements,
        String sha256) {

    public Optional<PlannedService> service(String name) {
        return services.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The service that people and alerts call so: by its name, else by an alias. */
    public Optional<PlannedService> named(String name) {
        var folded = ServiceNames.folded(name);
        return service(name)
                .or(() -> services.stream()
                        .filter(it -> ServiceNames.folded(it.name()).equals(folded)
                                || it.aliases().stream()
                                        .map(ServiceNames::folded)
                                        .anyMatch(folded::equals))
                        .findFirst());
    }

    /** Where its services run while all is well. */
    public Set<String> homeRegions() {
        return services.stream().flatMap(it -> it.regions().stream().limit(1)).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<PlannedStrategy> strategy(StrategyKind kind) {
        return strategies.stream().filter(it -> it.kind() == kind).findFirst();
    }

    public Optional<Contact> contact(String role) {
        return contacts.stream().filter(it -> it.role().equals(role)).findFirst();
    }

    /** The most specific target wins: the service's own, then its tier's, then the plan's. */
    public Target targetOf(String service) {
        var known = service(service);
        var own = known.map(PlannedService::target).orElse(Target.NONE);
        var tier = known.flatMap(PlannedService::tier)
                .flatMap(id -> tiers.stream().filter(it -> it.id().equals(id)).findFirst())
                .map(ServiceTier::target)
                .orElse(Target.NONE);
        return own.orElse(tier).orElse(target);
    }
}
