package whatnow.probe;

import java.util.List;
import java.util.Optional;
import whatnow.plan.PlanActivation;
import whatnow.plan.PlanId;
import whatnow.plan.PlanProblem;
import whatnow.plan.PlanReader;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

/** One small plan that is active, or none. */
final class ActivePlans implements Plans {

    private List<RecoveryPlan> active = List.of();

    /** A service for each endpoint, written as {@code name kind address more}. The first is critical. */
    ActivePlans watching(String... endpoints) {
        var text = new StringBuilder("id: freight\ntitle: Freight\nsource: S9\nservices:\n");
        for (var i = 0; i < endpoints.length; i++) {
            var parts = endpoints[i].split(" ", 4);
            text.append(
                    "  - {name: %s, title: %s, kind: application, importance: %s, endpoints: [{kind: %s, address: \"%s\"%s}]}%n"
                            .formatted(
                                    parts[0],
                                    parts[0],
                                    i == 0 ? "critical" : "normal",
                                    parts[1],
                                    parts[2],
                                    parts.length > 3 ? ", " + parts[3] : ""));
        }
        active = List.of(PlanReader.of("freight", text.toString(), ""));
        return this;
    }

    void deactivate() {
        active = List.of();
    }

    @Override
    public List<RecoveryPlan> active() {
        return active;
    }

    @Override
    public Optional<RecoveryPlan> find(PlanId id) {
        return active.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<RecoveryPlan> all() {
        return active;
    }

    @Override
    public List<PlanProblem> problems() {
        return List.of();
    }

    @Override
    public Optional<String> text(PlanId id) {
        return Optional.empty();
    }

    @Override
    public Optional<PlanActivation> lastActivation(PlanId id) {
        return Optional.empty();
    }

    @Override
    public void activate(PlanId id, boolean on, String byPerson) {
        throw new UnsupportedOperationException();
    }
}
