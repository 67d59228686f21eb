package whatnow.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** The twin of the database's. */
public final class InMemoryPlanActivations implements PlanActivations {

    private final List<PlanActivation> rows = new ArrayList<>();

    @Override
    public synchronized void append(PlanActivation activation) {
        rows.add(activation);
    }

    @Override
    public synchronized List<PlanActivation> of(PlanId plan) {
        return rows.stream().filter(it -> it.plan().equals(plan)).toList();
    }

    @Override
    public synchronized List<PlanActivation> newest() {
        var newest = new LinkedHashMap<PlanId, PlanActivation>();
        rows.forEach(it -> newest.put(it.plan(), it));
        return newest.values().stream()
                .sorted(Comparator.comparing(it -> it.plan().name()))
                .toList();
    }
}
