package whatnow.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names that a plan gives to two things, so that nobody can say which of them is meant. */
final class RepeatedNames {

    private final RecoveryPlan plan;
    private final Problems problems;

    private RepeatedNames(RecoveryPlan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    static void in(RecoveryPlan plan, Problems problems) {
        new RepeatedNames(plan, problems).all();
    }

    private void all() {
        var names = new HashMap<String, String>();
        for (var i = 0; i < plan.services().size(); i++) {
            var service = plan.services().get(i);
            once(names, "services." + i + ".name", service.name());
            for (var j = 0; j < service.aliases().size(); j++) {
                once(names, "services." + i + ".aliases." + j, service.aliases().get(j));
            }
        }
        once("tiers", plan.tiers(), "id", ServiceTier::id);
        once("contacts", plan.contacts(), "role", Contact::role);
        once("strategies", plan.strategies(), "kind", it -> it.kind().key());
        plan.degradation()
                .ifPresent(it -> once("degradation.tiers", it.tiers(), "tier", tier -> PlanFormat.word(tier.tier())));
        once("disagreements", plan.disagreements(), "id", Disagreement::id);
        plan.reference().forEach((table, rows) -> {
            // Rows that the defaults add are not in this file and have no line in it.
            var own = rows.stream()
                    .limit(rows.size() - sharedRows(table, rows.size()))
                    .toList();
            once("reference." + table, own, "id", ReferenceRow::id);
        });
    }

    private int sharedRows(String table, int all) {
        var own = 0;
        while (own < all && problems.hasLine("reference." + table + "." + own)) {
            own++;
        }
        return all - own;
    }

    private <T> void once(String list, List<T> items, String key, Function<T, String> name) {
        var before = new HashMap<String, String>();
        for (var i = 0; i < items.size(); i++) {
            once(before, list + "." + i + "." + key, name.apply(items.get(i)));
        }
    }

    private void once(Map<String, String> before, String path, String name) {
        var first = before.putIfAbsent(ServiceNames.folded(name), path);
        if (first != null && !name.isEmpty()) {
            problems.add(
                    path,
                    name,
                    "a name that nothing else here has (line %d has it)".formatted(problems.line(first)),
                    "Rename one, or remove the repeated entry.");
        }
    }
}
