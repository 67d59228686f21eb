package whatnow.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Scales and tiers that contradict themselves or leave something out. */
final class SeverityFindings {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    static List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        rows(checked, found);
        degradedWorseThanDown(checked, found);
        directions(checked, found);
        degradation(checked, found);
        return found;
    }

    private static void rows(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        var seen = new HashMap<String, SeverityRow>();
        for (var i = 0; i < plan.severities().size(); i++) {
            var row = plan.severities().get(i);
            var key = PlanFormat.word(row.condition())
                    + row.importance().map(it -> "/" + PlanFormat.word(it)).orElse("");
            var before = seen.putIfAbsent(key, row);
            if (before != null) {
                found.add(checked.finding(
                        "severity-stated-twice",
                        key,
                        "severities." + i,
                        row.rows(),
                        "(%s) has two rows: %s and %s.".formatted(key, before.severity(), row.severity()),
                        "Keep one."));
            }
        }
        var missing = EnumSet.allOf(Condition.class);
        plan.severities().forEach(it -> missing.remove(it.condition()));
        if (!plan.severities().isEmpty()) {
            missing.forEach(it -> found.add(checked.finding(
                    "condition-without-severity",
                    PlanFormat.word(it),
                    "severities",
                    List.of(),
                    "Nothing says how grave (%s) is.".formatted(PlanFormat.word(it)),
                    "Add a row; until then the severity is UNKNOWN.")));
        }
        var assumed = plan.severities().stream().filter(SeverityRow::assumed).count();
        if (assumed > 0) {
            found.add(checked.finding(
                    "severities-assumed",
                    "",
                    "severities",
                    List.of(),
                    plan.scale()
                            ? "%d of %d severities are assumed."
                                    .formatted(assumed, plan.severities().size())
                            : "The plan has no scale of its own: all severities are assumed.",
                    "The owner signs them, or corrects them."));
        }
    }

    private static void degradedWorseThanDown(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        for (var importance : Importance.values()) {
            var degraded = row(plan, Condition.SERVICE_DEGRADED, importance);
            var down = row(plan, Condition.SERVICE_UNAVAILABLE, importance);
            if (degraded.isPresent()
                    && down.isPresent()
                    && degraded.get().severity().isGraverThan(down.get().severity())) {
                found.add(checked.finding(
                        "degraded-graver-than-down",
                        PlanFormat.word(importance),
                        "severities." + plan.severities().indexOf(down.get()),
                        down.get().rows(),
                        "A degraded service of importance %s is %s, one that is down only %s."
                                .formatted(
                                        PlanFormat.word(importance),
                                        degraded.get().severity(),
                                        down.get().severity()),
                        "The owner settles it."));
            }
        }
    }

    private static Optional<SeverityRow> row(RecoveryPlan plan, Condition condition, Importance importance) {
        return plan.severities().stream()
                .filter(it -> it.condition() == condition && it.covers(importance))
                .findFirst();
    }

    /** Does a higher number mean worse in one scale of the plan and better in another? */
    private static void directions(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        var rising = new ArrayList<String>();
        var falling = new ArrayList<String>();
        var levels = plan.severities().stream()
                .filter(it -> it.level().isPresent())
                .collect(Collectors.toMap(
                        it -> it.severity().ordinal(), it -> number(it.level().orElse("")), (a, _) -> a));
        direction(levels).ifPresent(it -> (it > 0 ? falling : rising).add("severity levels"));
        var tiers = new HashMap<Integer, Integer>();
        for (var i = 0; i < plan.tiers().size(); i++) {
            tiers.put(i, number(plan.tiers().get(i).id()));
        }
        direction(tiers).ifPresent(it -> (it > 0 ? falling : rising).add("service tiers"));
        if (plan.escalation().stream().map(EscalationStep::level).distinct().count() > 1) {
            rising.add("escalation levels");
        }
        if (!rising.isEmpty() && !falling.isEmpty()) {
            found.add(checked.finding(
                    "scales-point-both-ways",
                    "",
                    plan.tiers().isEmpty() ? "severities" : "tiers",
                    List.of(),
                    "A higher number is graver for %s and milder for %s."
                            .formatted(String.join(" and ", rising), String.join(" and ", falling)),
                    "Always say the word with the number; severities are shown as SEV1 to SEV5."));
        }
        if (rising.contains("severity levels")) {
            found.add(checked.finding(
                    "levels-rise-with-gravity",
                    "",
                    "severities",
                    List.of(),
                    "The plan's highest level is the gravest, while SEV1 is.",
                    "Show the plan's level beside the severity, never alone."));
        }
    }

    /** Positive if numbers rise from the gravest on, negative if they fall; empty if neither. */
    private static Optional<Integer> direction(Map<Integer, Integer> byGravity) {
        var numbers = byGravity.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(it -> it >= 0)
                .distinct()
                .toList();
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        var sorted = numbers.stream().sorted().toList();
        return numbers.equals(sorted)
                ? Optional.of(1)
                : numbers.equals(sorted.reversed()) ? Optional.of(-1) : Optional.empty();
    }

    private static int number(String text) {
        var matcher = NUMBER.matcher(text);
        return matcher.find() && matcher.group().length() < 4 ? Integer.parseInt(matcher.group()) : -1;
    }

    private static void degradation(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        if (plan.degradation().isEmpty()) {
            if (!plan.id().equals(PlanId.GENERAL)) {
                found.add(checked.finding(
                        "no-degradation-tiers",
                        "",
                        "id",
                        List.of(),
                        "The plan does not say what to switch off.",
                        "Add tiers; until then the card says that there are none."));
            }
            return;
        }
        var tiers = plan.degradation().get();
        var carried =
                plan.services().stream().flatMap(it -> it.features().stream()).collect(Collectors.toSet());
        for (var i = 0; i < tiers.tiers().size(); i++) {
            var row = tiers.tiers().get(i);
            var path = "degradation.tiers." + i;
            if (row.tier() != DegradationTier.NORMAL
                    && tiers.triggers().stream().noneMatch(it -> it.tier() == row.tier())) {
                found.add(checked.finding(
                        "tier-never-entered",
                        PlanFormat.word(row.tier()),
                        path,
                        row.rows(),
                        "Nothing leads to the tier (%s).".formatted(PlanFormat.word(row.tier())),
                        "Add a trigger."));
            }
            row.switchedOff().stream()
                    .filter(it -> !carried.contains(it))
                    .forEach(it -> found.add(checked.finding(
                            "feature-of-no-service",
                            it.replaceAll("[^A-Za-z0-9]+", "-"),
                            path + ".switched-off",
                            row.rows(),
                            "The feature (%s) is switched off and no service carries it.".formatted(it),
                            "Name it among the features of a service.")));
        }
        Arrays.stream(DegradationTier.values())
                .filter(it -> tiers.tiers().stream().noneMatch(row -> row.tier() == it))
                .forEach(it -> found.add(checked.finding(
                        "tier-left-out",
                        PlanFormat.word(it),
                        "degradation.tiers",
                        tiers.rows(),
                        "The tier (%s) has no row.".formatted(PlanFormat.word(it)),
                        "Say what users get at it.")));
    }

    private SeverityFindings() {}
}
