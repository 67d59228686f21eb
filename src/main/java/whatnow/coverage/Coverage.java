package whatnow.coverage;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whatnow.plan.PlanId;

/**
 * The rows of one plan with what serves each, those with the gravest gap first.
 *
 * @param drillsKnown false while nobody can tell what was drilled, because the database is away
 * @param drillEvery after how long a drill is overdue, in words, with where that stands
 */
public record Coverage(
        PlanId plan, String title, boolean active, boolean drillsKnown, String drillEvery, List<Row> rows) {

    public Coverage {
        rows = List.copyOf(rows);
    }

    /**
     * A row of the source.
     *
     * @param places where the plan keeps it
     * @param drill empty where no runbook with steps serves it
     * @param gaps empty where nothing is missing
     */
    public record Row(
            String id,
            List<String> places,
            List<RuleOf> rules,
            List<String> articles,
            Optional<DrillOf> drill,
            Set<Gap> gaps) {

        /** The gravest; none is after all of them. */
        int order() {
            return gaps.stream().mapToInt(Gap::ordinal).min().orElse(Gap.values().length);
        }
    }

    /** @param article that the rule cites */
    public record RuleOf(String book, String rule, String article) {}

    /** @param last when one of its articles was last drilled; empty for never */
    public record DrillOf(Optional<LocalDate> last, boolean overdue) {}

    /** How many rows have each gap; a row may have several. */
    public Map<Gap, Long> counts() {
        var counts = new EnumMap<Gap, Long>(Gap.class);
        for (var gap : Gap.values()) {
            counts.put(gap, rows.stream().filter(it -> it.gaps().contains(gap)).count());
        }
        return counts;
    }

    /** Rows that lack nothing. */
    public long complete() {
        return rows.stream().filter(it -> it.gaps().isEmpty()).count();
    }

    /** The same with the rows that have the gap. */
    public Coverage only(Gap gap) {
        return with(rows.stream().filter(it -> it.gaps().contains(gap)).toList());
    }

    /** The same with the rows that lack anything. */
    public Coverage onlyGaps() {
        return with(rows.stream().filter(it -> !it.gaps().isEmpty()).toList());
    }

    private Coverage with(List<Row> some) {
        return new Coverage(plan, title, active, drillsKnown, drillEvery, some);
    }
}
