package whatnow.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import whatnow.plan.PlanActivation;
import whatnow.plan.PlanId;
import whatnow.plan.PlanProblem;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

/** The shipped plans, with switches that work and one file that does not load. */
public final class SamplePlans implements Plans {

    private static final List<String> NAMES = List.of("freight", "general", "homeostasis", "tracktion");

    private final Set<PlanId> active = ConcurrentHashMap.newKeySet();
    private final Map<PlanId, PlanActivation> switched = new ConcurrentHashMap<>();

    public SamplePlans() {
        active.addAll(List.of(new PlanId("freight"), PlanId.GENERAL));
    }

    @Override
    public List<RecoveryPlan> active() {
        return all().stream().filter(it -> active.contains(it.id())).toList();
    }

    @Override
    public Optional<RecoveryPlan> find(PlanId id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<RecoveryPlan> all() {
        return NAMES.stream()
                .map(ShippedPlans::plan)
                .sorted(Comparator.comparing(it -> it.id().name()))
                .toList();
    }

    @Override
    public List<PlanProblem> problems() {
        return List.of(new PlanProblem(
                "ledger", "plan.yaml", 12, "RTO: 4 weeks", "a duration such as PT4H or 4h", "Write it with a unit."));
    }

    @Override
    public Optional<String> text(PlanId id) {
        return Optional.empty();
    }

    @Override
    public Optional<PlanActivation> lastActivation(PlanId id) {
        return Optional.ofNullable(switched.get(id));
    }

    @Override
    public void activate(PlanId id, boolean on, String byPerson) {
        if (on) {
            active.add(id);
        } else {
            active.remove(id);
        }
        switched.put(id, new PlanActivation(id, on, byPerson, SampleCards.NOW));
    }
}
