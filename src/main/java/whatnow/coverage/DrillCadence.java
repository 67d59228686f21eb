package whatnow.coverage;

import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whatnow.plan.RecoveryPlan;

/** How long a drill holds: the longest time that the plan's table of drills names, else a year. */
record DrillCadence(Period period, String words) {

    private static final Map<String, Period> WORDS = Map.of(
            "week", Period.ofDays(7),
            "month", Period.ofMonths(1),
            "quarter", Period.ofMonths(3),
            "half year", Period.ofMonths(6),
            "year", Period.ofYears(1));

    static DrillCadence of(RecoveryPlan plan) {
        return longest(plan)
                .map(it -> new DrillCadence(
                        WORDS.getOrDefault(it, Period.ofYears(1)), "after a " + it + ", as the plan's table of drills says"))
                .orElse(new DrillCadence(Period.ofYears(1), "after a year; the plan names no time"));
    }

    private static Optional<String> longest(RecoveryPlan plan) {
        return plan.reference().getOrDefault("drills", List.of()).stream()
                .flatMap(it -> Optional.ofNullable(it.values().get("every")).stream())
                .filter(WORDS::containsKey)
                .max(Comparator.comparingLong(it -> WORDS.get(it).toTotalMonths() * 31 + WORDS.get(it).getDays()));
    }
}
