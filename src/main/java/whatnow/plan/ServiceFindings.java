package whatnow.plan;

import java.util.ArrayList;
import java.util.List;

/** What is contradictory or missing about services, their tiers and their places. */
final class ServiceFindings {

    static List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        var plan = checked.plan();
        for (var i = 0; i < plan.services().size(); i++) {
            service(checked, plan.services().get(i), "services." + i, found);
        }
        for (var i = 0; i < plan.tiers().size(); i++) {
            var tier = plan.tiers().get(i);
            if (plan.services().stream()
                    .noneMatch(it -> it.tier().filter(tier.id()::equals).isPresent())) {
                found.add(checked.finding(
                        "tier-without-services",
                        tier.id(),
                        "tiers." + i,
                        tier.rows(),
                        "No service is in the tier (%s).".formatted(tier.id()),
                        "Put services into it, or remove the tier."));
            }
        }
        return found;
    }

    private static void service(CheckedPlan checked, PlannedService service, String path, List<PlanFinding> found) {
        var plan = checked.plan();
        var name = service.name();
        if (!plan.restoration().isEmpty()
                && !service.isExternal()
                && checked.waveOf(name).isEmpty()) {
            found.add(checked.finding(
                    "never-restored",
                    name,
                    path,
                    service.rows(),
                    "No wave of the restoration brings (%s) back.".formatted(name),
                    "Give it a place in the order."));
        }
        if (!plan.tiers().isEmpty() && service.tier().isEmpty() && carriesBusiness(service)) {
            found.add(checked.finding(
                    "service-without-tier",
                    name,
                    path,
                    service.rows(),
                    "The plan has tiers and (%s) is in none of them.".formatted(name),
                    "Put it into a tier, so that its target does not have to be guessed."));
        }
        if (service.runsOn().size() > 1) {
            found.add(checked.finding(
                    "several-platforms",
                    name,
                    path + ".runs-on",
                    service.rows(),
                    "(%s) is said to run on %s.".formatted(name, String.join(", ", service.runsOn())),
                    "Say which it is; until then people are asked before a command is shown."));
        }
        if (service.isExternal() && service.fallback().isEmpty()) {
            found.add(checked.finding(
                    "external-without-fallback",
                    name,
                    path,
                    service.rows(),
                    "Nothing says what to do without (%s).".formatted(name),
                    "Name a fallback, or say that there is none."));
        }
        if (service.isCritical()
                && service.regions().size() == 1
                && !service.regions().contains("global")
                && plan.strategy(StrategyKind.REGIONAL_FAILOVER).isPresent()) {
            found.add(checked.finding(
                    "critical-in-one-region",
                    name,
                    path + ".regions",
                    service.rows(),
                    "(%s) is critical and runs in %s only, so no failover takes it along."
                            .formatted(name, service.regions().getFirst()),
                    "Say where it runs after a failover."));
        }
        for (var needed : service.dependsOn()) {
            needsSlower(checked, name, needed, path, found);
        }
    }

    private static void needsSlower(
            CheckedPlan checked, String name, String needed, String path, List<PlanFinding> found) {
        var own = checked.plan().targetOf(name);
        var other = checked.plan().targetOf(needed);
        if (own.rto().isPresent()
                && other.rto().isPresent()
                && own.rto().get().compareTo(other.rto().get()) < 0) {
            found.add(checked.finding(
                    "needs-slower",
                    name + "/" + needed,
                    path + ".depends-on",
                    own.rows(),
                    "(%s) must be back in %s and needs (%s), which has %s."
                            .formatted(
                                    name,
                                    Durations.words(own.rto().get()),
                                    needed,
                                    Durations.words(other.rto().get())),
                    "Tighten the target of what is needed, or relax the other."));
        }
    }

    /** Tiers class what users and the business wait for; what these run on follows from dependencies. */
    private static boolean carriesBusiness(PlannedService service) {
        return service.kind() == ServiceKind.APPLICATION || service.isDatabase();
    }

    private ServiceFindings() {}
}
