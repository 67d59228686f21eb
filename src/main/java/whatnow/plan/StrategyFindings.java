package whatnow.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What nobody has decided about a strategy: who agrees to it, where it goes, what holds it, how to come back. */
final class StrategyFindings {

    private static final Pattern SYNCHRONOUS = Pattern.compile("(?i)(?<![a-z])sync(hronous)?\\b");

    static List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        synchronous(checked, found);
        strategies(checked, found);
        losses(checked, found);
        return found;
    }

    private static void synchronous(CheckedPlan checked, List<PlanFinding> found) {
        var gate = checked.plan().failover();
        if (gate.isEmpty() || gate.get().maxLag().isZero()) {
            return;
        }
        checked.plan().reference().forEach((table, rows) -> {
            for (var i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                var database = (row.id() + row.title()).toLowerCase(Locale.ROOT).contains("database");
                if (database
                        && !table.equals("gaps")
                        && row.values().values().stream()
                                .anyMatch(it -> SYNCHRONOUS.matcher(it).find())) {
                    found.add(checked.finding(
                            "synchronous-yet-gated-by-lag",
                            row.id(),
                            "reference.%s.%d".formatted(table, i),
                            row.rows(),
                            "Replication is called synchronous, yet a failover waits for a lag under %s."
                                    .formatted(Durations.words(gate.get().maxLag())),
                            "Say which it is; until then any lag is a symptom."));
                }
            }
        });
    }

    private static void losses(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        if (plan.lossAcceptance().isEmpty() && plan.strategies().stream().anyMatch(it -> it.undo() != Undo.EASY)) {
            found.add(checked.finding(
                    "losses-accepted-by-nobody",
                    "",
                    "strategies",
                    List.of(),
                    "Strategies may lose data and nobody is named who accepts a loss beyond the RPO.",
                    "Name a role and its deputy in (loss-acceptance)."));
        }
        plan.lossAcceptance()
                .filter(it -> it.role().equals(it.deputy()))
                .ifPresent(it -> found.add(checked.finding(
                        "deputy-is-the-decider",
                        "loss-acceptance",
                        "loss-acceptance",
                        it.rows(),
                        "Losses are accepted by (%s), whose deputy is the same role.".formatted(it.role()),
                        "Name another deputy.")));
    }

    private static void strategies(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        for (var i = 0; i < plan.strategies().size(); i++) {
            var it = plan.strategies().get(i);
            var path = "strategies." + i;
            var kind = it.kind().key();
            if (it.undo() != Undo.EASY && it.approvals().isEmpty()) {
                found.add(checked.finding(
                        "approved-by-nobody",
                        kind,
                        path,
                        it.rows(),
                        "(%s) cannot be taken back easily and nobody must agree to it.".formatted(kind),
                        "Name who decides, and a deputy."));
            }
            if (it.undo() != Undo.EASY && it.pointOfNoReturn().isEmpty()) {
                found.add(checked.finding(
                        "no-point-of-no-return",
                        kind,
                        path,
                        it.rows(),
                        "Nothing says after which step (%s) cannot be taken back.".formatted(kind),
                        "Name the step."));
            }
            it.approvals().stream()
                    .filter(approval -> approval.role().equals(approval.deputy()))
                    .forEach(approval -> found.add(checked.finding(
                            "deputy-is-the-decider",
                            kind,
                            path,
                            it.rows(),
                            "(%s) is decided by (%s), whose deputy is the same role.".formatted(kind, approval.role()),
                            "Name another deputy.")));
            it.targets().stream()
                    .filter(target -> plan.services().stream()
                            .noneMatch(service -> service.regions().contains(target.region())))
                    .forEach(target -> found.add(checked.finding(
                            "target-where-nothing-runs",
                            kind + "/" + target.region(),
                            path + ".targets",
                            it.rows(),
                            "(%s) may go to (%s), where no service of the plan runs.".formatted(kind, target.region()),
                            "Add the region to the services, or remove the target.")));
        }
        plan.strategy(StrategyKind.REGIONAL_FAILOVER).ifPresent(it -> regional(checked, it, found));
    }

    private static void regional(CheckedPlan checked, PlannedStrategy strategy, List<PlanFinding> found) {
        var path = "strategies." + checked.plan().strategies().indexOf(strategy);
        var goesBack = checked.plan().reference().entrySet().stream()
                .filter(it -> !it.getKey().equals("gaps"))
                .anyMatch(it -> it.getKey().matches("fail_?back|return.*"));
        if (!goesBack) {
            found.add(checked.finding(
                    "no-way-back",
                    "",
                    path,
                    strategy.rows(),
                    "The plan leaves its region and has no procedure to return to it.",
                    "Write one; the article fail-back is a start."));
        }
        if (strategy.targets().isEmpty()) {
            found.add(checked.finding(
                    "failover-to-nowhere",
                    "",
                    path,
                    strategy.rows(),
                    "A regional failover has no target region.",
                    "Name one."));
        }
        if (strategy.automation().isPresent() && strategy.abortSigns().stream().noneMatch(it -> it.contains("flap"))) {
            found.add(checked.finding(
                    "automatic-without-flap-guard",
                    "",
                    path,
                    strategy.rows(),
                    "The automatic failover has no guard against flapping health checks.",
                    "Hold it while health flaps."));
        }
    }

    private StrategyFindings() {}
}
