package whatnow.plan;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the records' types cannot say about the format: names, what may be left out, limits of numbers. */
final class PlanFormat {

    /** Filled by the reader; writing them is a mistake. */
    private static final Set<String> FILLED = Set.of("RecoveryPlan.sha256", "Target.of");

    /** A limit without its direction, or words of which nobody says whether they leave the company, mislead. */
    private static final Set<String> NEVER_LEFT_OUT = Set.of("Threshold.below", "MessageRow.outside");

    private static final Map<String, Object> DEFAULTS = Map.of(
            "RecoveryPlan.linkWindow",
            Duration.ofMinutes(15),
            "RecoveryPlan.match",
            new Match(List.of(), List.of(), List.of()),
            "RecoveryPlan.target",
            Target.NONE,
            "RecoveryPlan.sha256",
            "",
            "ServiceTier.target",
            Target.NONE,
            "PlannedService.target",
            Target.NONE,
            "Target.of",
            "",
            "EscalationStep.after",
            Duration.ZERO,
            "Estimate.count",
            0);

    private static final Duration LONGEST = Duration.ofDays(3650);

    /** Bounds of a number or a time, both included. */
    record Limit(double least, double most, String words) {

        boolean allows(Object value) {
            return switch (value) {
                case Optional<?> inner -> inner.isEmpty() || allows(inner.get());
                case Duration time -> time.toMillis() >= least && time.toMillis() <= most;
                case Number number -> number.doubleValue() >= least && number.doubleValue() <= most;
                default -> true;
            };
        }
    }

    private static final Limit SOME_TIME = time(Duration.ofMillis(1), LONGEST);
    private static final Limit ANY_TIME = time(Duration.ZERO, LONGEST);

    private static final Map<String, Limit> LIMITS = Map.ofEntries(
            Map.entry("RecoveryPlan.linkWindow", time(Duration.ofSeconds(1), Duration.ofDays(1))),
            Map.entry("Target.rto", SOME_TIME),
            Map.entry("Target.rpo", ANY_TIME),
            Map.entry("Estimate.upTo", SOME_TIME),
            Map.entry("Estimate.count", number(0, 1_000_000)),
            Map.entry("Endpoint.status", number(100, 599)),
            Map.entry("Endpoint.interval", time(Duration.ofSeconds(5), Duration.ofDays(1))),
            Map.entry("Endpoint.timeout", time(Duration.ofMillis(100), Duration.ofMinutes(1))),
            Map.entry("Endpoint.retries", number(0, 9)),
            Map.entry("Endpoint.slowAfter", time(Duration.ofMillis(1), Duration.ofMinutes(1))),
            Map.entry("FailoverCriteria.failures", number(1, 1000)),
            Map.entry("FailoverCriteria.interval", time(Duration.ofMillis(1), Duration.ofDays(1))),
            Map.entry("FailoverCriteria.responseTime", time(Duration.ofMillis(1), Duration.ofDays(1))),
            Map.entry("FailoverCriteria.errorRate", number(0, 1)),
            Map.entry("FailoverCriteria.maxLag", ANY_TIME),
            Map.entry("Wave.order", number(1, 1000)),
            Map.entry("Wave.timeout", SOME_TIME),
            Map.entry("EscalationStep.after", ANY_TIME),
            Map.entry("EscalationStep.respondWithin", SOME_TIME),
            Map.entry("Degradation.recoverAfter", ANY_TIME),
            Map.entry("MessageRow.first", ANY_TIME),
            Map.entry("MessageRow.every", SOME_TIME),
            Map.entry("Automation.within", SOME_TIME),
            Map.entry("Threshold.limit", number(-1e12, 1e12)));

    /** {@code dependsOn} to {@code depends-on}. */
    static String key(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** How a constant is written: severities in capitals, all else in lower_snake. */
    static String word(Object constant) {
        var name = ((Enum<?>) constant).name();
        return constant instanceof Severity ? name : name.toLowerCase(Locale.ROOT);
    }

    static boolean isWritten(Class<?> type, String component) {
        return !FILLED.contains(name(type, component));
    }

    /** What stands for a key that was left out; empty if it may not be left out. */
    static Optional<Object> whenAbsent(Class<?> type, RecordComponent component) {
        var raw = component.getType();
        if (raw == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (raw == List.class) {
            return Optional.of(List.of());
        }
        if (raw == Map.class) {
            return Optional.of(Map.of());
        }
        if (raw == boolean.class && !NEVER_LEFT_OUT.contains(name(type, component.getName()))) {
            return Optional.of(false);
        }
        return Optional.ofNullable(DEFAULTS.get(name(type, component.getName())));
    }

    static Optional<Limit> limit(Class<?> type, String component) {
        return Optional.ofNullable(LIMITS.get(name(type, component)));
    }

    private static String name(Class<?> type, String component) {
        return type.getSimpleName() + "." + component;
    }

    private static Limit time(Duration least, Duration most) {
        return new Limit(
                least.toMillis(),
                most.toMillis(),
                "a time from %s to %s".formatted(Durations.words(least), Durations.words(most)));
    }

    private static Limit number(double least, double most) {
        return new Limit(least, most, "a number from %s to %s".formatted(plain(least), plain(most)));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private PlanFormat() {}
}
