package whatnow.coverage;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import whatnow.plan.RecoveryPlan;

/** How long a drill holds: the longest time that the plan's table of drills names, else a year. */
record DrillCadence(Period period, String words) {

    private static final List<Named> LONGEST_FIRST = List.of(
            new Named("year", Period.ofYears(1)),
            new Named("half year", Period.ofMonths(6)),
            new Named("quarter", Period.ofMonths(3)),
            new Named("month", Period.ofMonths(1)),
            new Named("week", Period.ofDays(7)));

    private record Named(String word, Period period) {}

    static DrillCadence of(RecoveryPlan plan) {
        var named = plan.reference().getOrDefault("drills", List.of()).stream()
                .flatMap(it -> Optional.ofNullable(it.values().get("every")).stream())
                .collect(Collectors.toSet());
        return LONGEST_FIRST.stream()
                .filter(it -> named.contains(it.word()))
                .findFirst()
                .map(it ->
                        new DrillCadence(it.period(), "after a " + it.word() + ", as the plan's table of drills says"))
                .orElse(new DrillCadence(Period.ofYears(1), "after a year; the plan names no time"));
    }
}
