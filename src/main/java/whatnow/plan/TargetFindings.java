package whatnow.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Promised times that do not fit one another, or what the plan does to keep them. */
final class TargetFindings {

    private static final Pattern TIME = Pattern.compile("(\\d+)\\s*(s|sec|min|m|h|d)\\b");

    static List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        statedTwice(checked, found);
        looser(checked, found);
        standbys(checked, found);
        waves(checked, found);
        strategies(checked, found);
        return found;
    }

    private static void statedTwice(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        statedTwice(checked, plan.target(), "target", found);
        for (var i = 0; i < plan.tiers().size(); i++) {
            statedTwice(checked, plan.tiers().get(i).target(), "tiers." + i + ".target", found);
        }
        for (var i = 0; i < plan.services().size(); i++) {
            statedTwice(checked, plan.services().get(i).target(), "services." + i + ".target", found);
        }
    }

    private static void statedTwice(CheckedPlan checked, Target target, String path, List<PlanFinding> found) {
        if (!target.stated().isEmpty()) {
            found.add(checked.finding(
                    "target-stated-twice",
                    target.of(),
                    path,
                    target.stated().stream()
                            .flatMap(it -> it.rows().stream())
                            .distinct()
                            .toList(),
                    "The target of (%s) is stated more than once: %s."
                            .formatted(
                                    target.of(),
                                    target.stated().stream().map(Stated::says).collect(Collectors.joining("; "))),
                    "The owner settles one; until then: " + target.because().orElse("the most specific one counts")
                            + "."));
        }
    }

    private static void looser(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        for (var i = 0; i < plan.services().size(); i++) {
            var service = plan.services().get(i);
            var wider = tier(plan, service)
                    .map(it -> it.target().orElse(plan.target()))
                    .orElse(plan.target());
            if (exceeds(service.target().rto(), wider.rto())
                    || exceeds(service.target().rpo(), wider.rpo())) {
                found.add(checked.finding(
                        "looser-than-promised",
                        service.name(),
                        "services." + i + ".target",
                        service.target().rows(),
                        "(%s) may take longer or lose more than (%s) promises.".formatted(service.name(), wider.of()),
                        "Tighten it, move it to another tier, or relax the promise."));
            }
        }
    }

    private static void standbys(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        var speeds = speeds(plan);
        for (var i = 0; i < plan.services().size(); i++) {
            var service = plan.services().get(i);
            var kind = tier(plan, service).flatMap(ServiceTier::standby);
            var speed = kind.map(speeds::get);
            var rto = plan.targetOf(service.name()).rto();
            if (kind.isEmpty() || speed.isEmpty() || rto.isEmpty()) {
                continue;
            }
            cheaper(speeds, speed.get(), rto.get())
                    .ifPresent(it -> found.add(checked.finding(
                            "standby-over-serves",
                            service.name(),
                            "services.%d".formatted(plan.services().indexOf(service)),
                            service.rows(),
                            "(%s) may take %s, for which %s would do; its tier has %s."
                                    .formatted(service.name(), Durations.words(rto.get()), it, kind.get()),
                            "Move it to the tier that fits, or say why it is worth the cost.")));
            if (speed.get().compareTo(rto.get()) > 0) {
                found.add(checked.finding(
                        "standby-too-slow",
                        service.name(),
                        "services." + i,
                        service.rows(),
                        "(%s) must be back in %s; its tier's %s takes %s."
                                .formatted(
                                        service.name(),
                                        Durations.words(rto.get()),
                                        kind.get(),
                                        Durations.words(speed.get())),
                        "Give it a faster standby."));
            }
        }
    }

    private static Optional<String> cheaper(Map<String, Duration> speeds, Duration speed, Duration rto) {
        return speeds.entrySet().stream()
                .filter(it ->
                        it.getValue().compareTo(speed) > 0 && it.getValue().compareTo(rto) <= 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static void waves(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        var speeds = speeds(plan);
        var sum = Duration.ZERO;
        for (var i = 0; i < plan.restoration().size(); i++) {
            var wave = plan.restoration().get(i);
            sum = sum.plus(wave.timeout().orElse(Duration.ZERO));
            for (var service : wave.services()) {
                var rto = plan.targetOf(service).rto();
                if (rto.isPresent() && sum.compareTo(rto.get()) > 0) {
                    found.add(checked.finding(
                            "waves-slower-than-target",
                            service,
                            "restoration." + i,
                            wave.rows(),
                            "The waves up to %d may take %s; (%s) must be back in %s."
                                    .formatted(wave.order(), Durations.words(sum), service, Durations.words(rto.get())),
                            "Bring it back earlier, or shorten the waves before it."));
                }
                var total = sum;
                var kind = plan.service(service).flatMap(it -> tier(plan, it)).flatMap(ServiceTier::standby);
                kind.map(speeds::get)
                        .filter(it -> total.compareTo(it) > 0)
                        .ifPresent(it -> found.add(checked.finding(
                                "waves-slower-than-standby",
                                service,
                                "restoration." + (wave.order() - 1),
                                wave.rows(),
                                "The waves up to %d may take %s; the %s of (%s) is said to take %s."
                                        .formatted(
                                                wave.order(),
                                                Durations.words(total),
                                                kind.orElse("standby"),
                                                service,
                                                Durations.words(it)),
                                "Measure it in a drill, and keep the slower figure.")));
            }
        }
        var silent =
                plan.restoration().stream().filter(it -> it.timeout().isEmpty()).toList();
        if (!silent.isEmpty()) {
            found.add(checked.finding(
                    "waves-without-time",
                    "",
                    "restoration",
                    silent.stream().flatMap(it -> it.rows().stream()).distinct().toList(),
                    "%d of %d waves of the restoration have no time, so nothing can be compared with the RTO."
                            .formatted(silent.size(), plan.restoration().size()),
                    "Measure each in a drill."));
        }
    }

    private static void strategies(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        for (var i = 0; i < plan.strategies().size(); i++) {
            var strategy = plan.strategies().get(i);
            var upTo = strategy.estimate().map(Estimate::upTo);
            if (exceeds(upTo, plan.target().rto())) {
                found.add(checked.finding(
                        "estimate-exceeds-target",
                        strategy.kind().key(),
                        "strategies." + i + ".estimate",
                        strategy.rows(),
                        "(%s) may take %s; the plan promises %s."
                                .formatted(
                                        strategy.kind().key(),
                                        upTo.map(Durations::words).orElse(""),
                                        plan.target()
                                                .rto()
                                                .map(Durations::words)
                                                .orElse("")),
                        "Find a faster way, or say that this one misses the target."));
            }
        }
        var silent = plan.strategies().stream()
                .filter(it -> it.estimate().isEmpty() && it.kind() != StrategyKind.OBSERVE)
                .map(it -> it.kind().key())
                .toList();
        if (!silent.isEmpty()) {
            found.add(checked.finding(
                    "strategies-without-estimate",
                    "",
                    "strategies",
                    List.of(),
                    "Nobody knows how long these take: %s.".formatted(String.join(", ", silent)),
                    "Measure them in drills; a target is no estimate."));
        }
    }

    /** The table {@code standby_kinds} says how fast each kind is. */
    private static Map<String, Duration> speeds(RecoveryPlan plan) {
        var speeds = new LinkedHashMap<String, Duration>();
        plan.reference()
                .getOrDefault("standby_kinds", List.of())
                .forEach(row -> time(row.values().getOrDefault("rto", "")).ifPresent(it -> speeds.put(row.id(), it)));
        return speeds;
    }

    private static Optional<ServiceTier> tier(RecoveryPlan plan, PlannedService service) {
        return service.tier()
                .flatMap(id ->
                        plan.tiers().stream().filter(it -> it.id().equals(id)).findFirst());
    }

    /** The first time that a text names, for example of {@code under 5 min}. */
    static Optional<Duration> time(String text) {
        var matcher = TIME.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var unit = matcher.group(2).substring(0, 1);
        return Durations.parse(matcher.group(1) + unit);
    }

    private static boolean exceeds(Optional<Duration> time, Optional<Duration> limit) {
        return time.isPresent() && limit.isPresent() && time.get().compareTo(limit.get()) > 0;
    }

    private TargetFindings() {}
}
