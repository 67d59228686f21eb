package whatnow.decision;

import java.util.List;
import java.util.stream.IntStream;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;

/** A plan that has one of its services many times over, by other names. */
final class ManyServices {

    static RecoveryPlan like(RecoveryPlan plan, String service, int times) {
        var pattern = plan.service(service).orElseThrow();
        return new RecoveryPlan(
                plan.id(),
                plan.title(),
                plan.source(),
                plan.match(),
                plan.linkWindow(),
                plan.scale(),
                plan.target(),
                plan.tiers(),
                IntStream.range(0, times)
                        .mapToObj(it -> named("service-" + it, pattern))
                        .toList(),
                plan.severities(),
                plan.strategies(),
                plan.failover(),
                plan.lossAcceptance(),
                plan.restoration(),
                plan.escalation(),
                plan.contacts(),
                plan.degradation(),
                plan.messages(),
                plan.thresholds(),
                plan.reference(),
                plan.disagreements(),
                plan.sha256());
    }

    private static PlannedService named(String name, PlannedService like) {
        return new PlannedService(
                name,
                name,
                List.of(),
                like.kind(),
                like.importance(),
                like.tier(),
                like.target(),
                like.owner(),
                like.regions(),
                like.zones(),
                List.of(),
                like.features(),
                like.standby(),
                like.fallback(),
                like.runsOn(),
                like.endpoints(),
                like.values(),
                like.rows());
    }

    private ManyServices() {}
}
