package whatnow.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import whatnow.testkit.ShippedPlans;

/**
 * Questions to the shipped plans, one kind each, answered in lines that read like the source's own tables.
 *
 * <p>Every question names the source row it is asked for, which picks the plan; and only what cites that row
 * answers, so a figure that stands there under another row does not count.
 */
final class PlanFigures {

    private static final String GAP = " | ";

    /** The limits of a row, such as {@code validation cpu_percent below 80 %}. */
    static List<String> thresholds(String row) {
        return plan(row).thresholds().stream()
                .filter(it -> it.rows().contains(row))
                .map(PlanFigures::line)
                .toList();
    }

    /** The one limit of a metric for a purpose. */
    static String threshold(String row, String metric, Threshold.Purpose purpose) {
        return plan(row).thresholds().stream()
                .filter(it -> it.rows().contains(row))
                .filter(it -> it.metric().equals(metric) && it.purpose() == purpose)
                .map(PlanFigures::line)
                .collect(Collectors.joining(", "));
    }

    /** The rows of a reference table that cite a row; columns are {@code id}, {@code title} and the keys of values. */
    static List<String> table(String row, String table, String... columns) {
        return cited(row, table)
                .map(it ->
                        Arrays.stream(columns).map(column -> cell(it, column)).collect(Collectors.joining(GAP)))
                .toList();
    }

    /** One cell that holds a list, taken apart. */
    static List<String> listed(String row, String table, String id, String column) {
        var cell = cited(row, table)
                .filter(it -> it.id().equals(id))
                .map(it -> cell(it, column))
                .collect(Collectors.joining("; "));
        return List.of(cell.split(cell.contains(";") ? "; " : ", "));
    }

    /** RTO and RPO of the plan, a tier or a service. */
    static String target(String row, String of) {
        var plan = plan(row);
        return Stream.of(
                        Stream.of(plan.target()),
                        plan.tiers().stream().map(ServiceTier::target),
                        plan.services().stream().map(PlannedService::target))
                .flatMap(it -> it)
                .filter(it -> it.of().equals(of) && it.rows().contains(row))
                .map(it -> words("RTO", it.rto()) + ", " + words("RPO", it.rpo()))
                .collect(Collectors.joining("; "));
    }

    /** Id and kind of standby of the tiers. */
    static List<String> tiers(String row) {
        return plan(row).tiers().stream()
                .filter(it -> it.rows().contains(row))
                .map(it -> it.id() + GAP + it.standby().orElse("none"))
                .toList();
    }

    /** Names of the services of a tier. */
    static List<String> servicesOf(String row, String tier) {
        return plan(row).services().stream()
                .filter(it -> it.rows().contains(row) && it.tier().equals(Optional.of(tier)))
                .map(PlannedService::name)
                .toList();
    }

    static PlannedService service(String row, String name) {
        var service = plan(row).service(name).orElseThrow();
        Assertions.assertThat(service.rows()).contains(row);
        return service;
    }

    /** Condition, importance, level, severity and lead, as far as the source says them and nobody assumed them. */
    static List<String> severities(String row) {
        return plan(row).severities().stream()
                .filter(it -> it.rows().contains(row) && !it.assumed())
                .map(it -> line(
                        word(it.condition()),
                        it.importance().map(PlanFigures::word).orElse("any"),
                        it.level().orElse("none"),
                        it.severity(),
                        it.lead()))
                .toList();
    }

    static PlannedStrategy strategy(String row, StrategyKind kind) {
        var strategy = plan(row).strategy(kind).orElseThrow();
        Assertions.assertThat(strategy.rows()).contains(row);
        return strategy;
    }

    /** How long a strategy takes at most, and where that comes from. */
    static String estimate(String row, StrategyKind kind) {
        return strategy(row, kind)
                .estimate()
                .map(it -> Durations.words(it.upTo()) + ", " + it.origin())
                .orElse("no estimate");
    }

    static FailoverCriteria failover(String row) {
        var failover = plan(row).failover().orElseThrow();
        Assertions.assertThat(failover.rows()).contains(row);
        return failover;
    }

    /** Order, services, parallel or one by one, and time limit. */
    static List<String> waves(String row) {
        return plan(row).restoration().stream()
                .filter(it -> it.rows().contains(row))
                .map(it -> line(
                        it.order(),
                        String.join(", ", it.services()),
                        it.parallel() ? "parallel" : "one by one",
                        it.timeout().map(Durations::words).orElse("no limit")))
                .toList();
    }

    /** Level, what starts its clock, waiting time, deadline to respond, severities, roles. */
    static List<String> escalation(String row) {
        return plan(row).escalation().stream()
                .filter(it -> it.rows().contains(row))
                .map(it -> line(
                        it.level(),
                        word(it.trigger()),
                        Durations.words(it.after()),
                        it.respondWithin().map(Durations::words).orElse("no deadline"),
                        it.severities().isEmpty()
                                ? "any"
                                : it.severities().stream().map(Severity::name).collect(Collectors.joining(", ")),
                        String.join(", ", it.roles())))
                .toList();
    }

    /** Role, then name, phone and mail of the first and of the deputy. */
    static List<String> people(String row) {
        return plan(row).contacts().stream()
                .filter(it -> it.rows().contains(row))
                .map(it -> line(
                        it.role(),
                        it.primary().map(PlanFigures::line).orElse("nobody"),
                        it.backup().map(PlanFigures::line).orElse("nobody")))
                .toList();
    }

    /** Role and what it does. */
    static List<String> duties(String row) {
        return plan(row).contacts().stream()
                .filter(it -> it.rows().contains(row))
                .map(it -> it.role() + GAP + String.join(", ", it.duties()))
                .toList();
    }

    /** Tier, response, and what is off. */
    static List<String> degradation(String row) {
        return plan(row).degradation().orElseThrow().tiers().stream()
                .filter(it -> it.rows().contains(row))
                .map(it -> line(it.tier(), it.response(), String.join(", ", it.switchedOff())))
                .toList();
    }

    /** Condition, importance and tier, as far as the source says them and nobody assumed them. */
    static List<String> triggers(String row) {
        return plan(row).degradation().orElseThrow().triggers().stream()
                .filter(it -> it.rows().contains(row) && !it.assumed())
                .map(it -> line(
                        word(it.condition()),
                        it.importance().map(PlanFigures::word).orElse("any"),
                        it.tier()))
                .toList();
    }

    /** Audience, tiers, channels, first message, interval, template. */
    static List<String> messages(String row) {
        return plan(row).messages().stream()
                .filter(it -> it.rows().contains(row))
                .map(it -> line(
                        it.audience(),
                        it.tiers().isEmpty()
                                ? "any"
                                : it.tiers().stream().map(PlanFigures::word).collect(Collectors.joining(", ")),
                        String.join(", ", it.channels()),
                        Durations.words(it.first()),
                        it.every().map(Durations::words).orElse("no interval"),
                        it.template()))
                .toList();
    }

    /** The rows of the general plan are those that all plans share. */
    static RecoveryPlan plan(String row) {
        return ShippedPlans.plan(
                switch (row.substring(0, 2)) {
                    case "S1" -> "freight";
                    case "S3" -> "tracktion";
                    case "S4" -> "homeostasis";
                    default -> "general";
                });
    }

    private static Stream<ReferenceRow> cited(String row, String table) {
        return plan(row).reference().getOrDefault(table, List.of()).stream()
                .filter(it -> it.rows().contains(row));
    }

    private static String cell(ReferenceRow it, String column) {
        return switch (column) {
            case "id" -> it.id();
            case "title" -> it.title();
            default -> it.values().getOrDefault(column, "-");
        };
    }

    private static String line(Threshold it) {
        var limit = it.limit() == Math.rint(it.limit()) ? "%.0f".formatted(it.limit()) : String.valueOf(it.limit());
        return "%s %s %s %s %s"
                .formatted(word(it.purpose()), it.metric(), it.below() ? "below" : "above", limit, it.unit());
    }

    private static String line(Contact.Person it) {
        return Stream.of(Optional.of(it.name()), it.phone(), it.email())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String line(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(GAP));
    }

    private static String words(String name, Optional<Duration> duration) {
        return name + " " + duration.map(Durations::words).orElse("none");
    }

    private static String word(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT);
    }

    private PlanFigures() {}
}
